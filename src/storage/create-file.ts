import { randomUUID } from 'node:crypto';
import { linkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../core/errors.js';
import { codeOf, systemReason } from '../http/connection-errors.js';

/**
 * Makes a file that is not there yet: whole or not at all, and never in the place of another.
 * @param mode who may read it, as far as the umask lets them
 * @returns false when there is something of this name already
 * @throws Failure when it cannot be written
 */
export function createFile(path: string, content: string | Uint8Array, mode = 0o666): boolean {
  const draft = join(dirname(path), `.stackline-${randomUUID()}`);
  try {
    writeFileSync(draft, content, { mode, flag: 'wx' });
    try {
      linkSync(draft, path);
    } finally {
      unlinkSync(draft);
    }
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // A file system without links, as FAT: then the file is made where it belongs.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP') return createInPlace(path, content, mode);
    throw unwritable(path, error);
  }
}

function createInPlace(path: string, content: string | Uint8Array, mode: number): boolean {
  try {
    writeFileSync(path, content, { mode, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unwritable(path, error);
  }
}

const unwritable = (path: string, error: unknown): Failure =>
  new Failure(`Unable to write ${path}: ${systemReason(error, '')}`, { cause: error });
