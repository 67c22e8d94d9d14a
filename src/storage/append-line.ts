import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { Failure } from '../core/errors.js';
import { systemReason } from '../http/connection-errors.js';

const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants;

/**
 * Appends to a regular file, which only its owner may read where it has to be made. What is written at once stands
 * together in it, whoever else appends meanwhile.
 *
 * @param line with its newline; empty: only whether it can be written
 * @throws Failure when it cannot be written
 */
export function appendLine(path: string, line: string): void {
  try {
    const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600);
    try {
      if (!fstatSync(file).isFile()) throw new Error('it is no file');
      const bytes = Buffer.from(line);
      if (bytes.length > 0 && writeSync(file, bytes) !== bytes.length) throw new Error('not all of it was written');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Failure(`Unable to write ${path}: ${systemReason(error, '')}`, { cause: error });
  }
}
