import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../core/errors.js';
import { codeOf, systemReason } from '../http/connection-errors.js';
import { readRegularFile } from '../lib/regular-file.js';
import { createFile } from './create-file.js';

/** The JSON files of one recording. Every method throws a `Failure` that names the path. */
export interface RecordingDirectory {
  /** Makes the directory if only it is missing. */
  make(): void;
  /** Writes a new file that only its owner can read; false when there is one of this name. */
  create(name: string, value: unknown): boolean;
  /** The names of its files. */
  names(): readonly string[];
  /** The value in a file; undefined when there is no such file. */
  read(name: string): unknown;
}

const OWNER_ONLY = 0o600;

/** The directory of `--record DIR` and `--replay DIR`. */
export function recordingDirectory(directory: string): RecordingDirectory {
  const unusable = (path: string, error: unknown): Failure =>
    new Failure(`Cannot use ${path} for a recording: ${systemReason(error, '')}`, { cause: error });
  return {
    make: () => {
      try {
        mkdirSync(directory, { mode: 0o700 });
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw unusable(directory, error);
      }
    },
    create: (name, value) => createFile(join(directory, name), `${JSON.stringify(value, undefined, 2)}\n`, OWNER_ONLY),
    names: () => {
      try {
        return readdirSync(directory);
      } catch (error) {
        throw unusable(directory, error);
      }
    },
    read: (name) => {
      const path = join(directory, name);
      try {
        return JSON.parse(readRegularFile(path));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        if (!(error instanceof SyntaxError)) throw unusable(path, error);
        throw new Failure(`${path} is broken JSON`, { cause: error });
      }
    },
  };
}
