import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { Failure } from '../core/errors.js';
import { makeDirectory, type OwnDirectory } from './directories.js';

/**
 * Makes the directory of the user configuration and writes `config.json` there, both for their owner alone. A link in
 * the place of the file is followed, as whoever keeps such files elsewhere wants it.
 *
 * @param uid of this process; undefined where the system knows no such thing
 * @returns the path of the file
 * @throws Failure
 */
export function writeUserConfig(
  directory: OwnDirectory,
  uid: number | undefined,
  values: Readonly<Record<string, string>>,
): string {
  const path = join(directory.path, 'config.json');
  try {
    if (!makeDirectory(directory, uid)) {
      throw new Failure(`${path} cannot be written: the directory belongs to another user.`);
    }
    // conf would try again for a second before it gives up.
    accessSync(directory.path, constants.W_OK | constants.X_OK);
    const conf = new Conf<Record<string, string>>({
      cwd: directory.path,
      configName: 'config',
      fileExtension: 'json',
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      // What lies there may be damaged: it is about to be replaced anyway.
      clearInvalidConfig: true,
      serialize: (data) => JSON.stringify(data),
    });
    conf.store = { ...values };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be written';
    throw new Failure(`${path} cannot be written: ${code}.`, { cause: error });
  }
  return path;
}
