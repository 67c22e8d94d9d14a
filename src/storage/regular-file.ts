import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * The text of a file that is one: a pipe or a device at its path is not waited for, as it might never have anything.
 * @throws what the file system throws, and an error with the code `EINVAL` for what is no file
 */
export function readRegularFile(path: string): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw Object.assign(new Error(`${path} is no file`), { code: 'EINVAL' });
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}
