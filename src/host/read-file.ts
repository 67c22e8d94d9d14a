import { statSync } from 'node:fs';
import { Failure } from '../core/errors.js';
import { readFile } from '../lib/regular-file.js';

/** The text of a file, and whether others than its reader could have written it. */
export interface TextFile {
  readonly text: string;
  /** Written by this user or by root, and by nobody else. */
  readonly isTrusted: boolean;
}

/** Far more than settings or a password need. */
const LARGEST = 1024 * 1024;

/**
 * Reads a small file; undefined where there is none, or none that we may read (`readFile`): no pipe but that which a
 * shell made.
 *
 * @throws Failure for a file that is too large
 */
export function readTextFile(path: string, uid: number | undefined): TextFile | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return undefined;
  if (size > LARGEST) throw new Failure(`${path} is larger than ${LARGEST} bytes: no file of settings.`);
  try {
    const { bytes, stat } = readFile(path, LARGEST);
    const { mode, uid: owner } = stat;
    const isTrusted = uid === undefined || ((owner === uid || owner === 0) && (mode & 0o022) === 0);
    return { text: bytes.toString('utf8').replace(/^\ufeff/, ''), isTrusted };
  } catch {
    return undefined;
  }
}
