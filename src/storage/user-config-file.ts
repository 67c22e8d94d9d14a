import { join } from 'node:path';
import { configDirectory } from './directories.js';

/** The file of the user configuration; undefined where there is no home. */
export function userConfigFile(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const directory = configDirectory(env);
  return directory === undefined ? undefined : join(directory.path, 'config.json');
}
