import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { Failure } from '../core/errors.js';
import { messageOf } from '../lib/thrown.js';
import { makeDirectory, type OwnDirectory } from './directories.js';

/** JSON Schema (2020-12) of the values: what conf takes as `schema`, and what else it says of the object. */
export interface UserConfigSchema {
  readonly properties: Readonly<Record<string, { readonly type: 'string'; readonly pattern: string }>>;
  readonly patternProperties: UserConfigSchema['properties'];
  readonly additionalProperties: false;
}

/**
 * Makes the directory of the user configuration and writes `config.json` there, both for their owner alone. A link in
 * the place of the file is followed, as whoever keeps such files elsewhere wants it. conf refuses what the schema does
 * not allow: nothing is written that could not be read again.
 *
 * @param uid of this process; undefined where the system knows no such thing
 * @returns the path of the file
 * @throws Failure
 */
export function writeUserConfig(
  directory: OwnDirectory,
  uid: number | undefined,
  values: Readonly<Record<string, string>>,
  { properties, ...rest }: UserConfigSchema,
): string {
  const path = join(directory.path, 'config.json');
  try {
    if (!makeDirectory(directory, uid)) {
      throw new Failure(`${path} cannot be written: the directory belongs to another user.`);
    }
    // conf would wait for what a pipe in its place might have.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw new Error('it is no file');
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
      schema: properties,
      rootSchema: rest,
    });
    conf.store = { ...values };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
    throw new Failure(`${path} cannot be written: ${reason}.`, { cause: error });
  }
  return path;
}
