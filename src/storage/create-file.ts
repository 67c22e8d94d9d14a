import { Failure } from '../core/errors.js';
import { systemReason } from '../http/connection-errors.js';
import { createAtomically } from './atomic-file.js';

/**
 * Makes a file that somebody asked for and that is not there yet: whole or not at all, and never in the place of another.
 * @param mode who may read it, as far as the umask lets them
 * @returns false when there is something of this name already
 * @throws Failure when it cannot be written
 */
export function createFile(path: string, content: string | Uint8Array, mode = 0o666): boolean {
  try {
    return createAtomically(path, content, mode);
  } catch (error) {
    throw new Failure(`Unable to write ${path}: ${systemReason(error, '')}`, { cause: error });
  }
}
