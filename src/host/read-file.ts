import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { Failure } from '../core/errors.js';

/** The text of a file, and whether others than its reader could have written it. */
export interface TextFile {
  readonly text: string;
  /** Written by this user or by root, and by nobody else. */
  readonly isTrusted: boolean;
}

/** Far more than settings or a password need. */
const LARGEST = 1024 * 1024;

/**
 * Reads a small file; undefined where there is none, or none that we may read. A pipe is read only where a shell made
 * it (`<(...)`): any other might have no writer, ever.
 *
 * @throws Failure for a file that is too large
 */
export function readTextFile(path: string, uid: number | undefined): TextFile | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: false });
  if (stat === undefined || !(stat.isFile() || (stat.isFIFO() && /^\/(dev|proc\/self)\/fd\/\d+$/.test(path)))) {
    return undefined;
  }
  if (stat.size > LARGEST) throw new Failure(`${path} is larger than ${LARGEST} bytes: no file of settings.`);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { mode, uid: owner } = fstatSync(file);
    const isTrusted = uid === undefined || ((owner === uid || owner === 0) && (mode & 0o022) === 0);
    return { text: readFileSync(file, 'utf8').replace(/^\ufeff/, ''), isTrusted };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
