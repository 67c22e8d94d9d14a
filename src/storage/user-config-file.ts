import { accessSync, constants } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Failure } from '../core/errors.js';

/**
 * The file of our own settings: `$XDG_CONFIG_HOME/stackline/config.json`, or in `~/.config`. Undefined where there is
 * no home either; a relative path is ignored, as the XDG specification wants it.
 */
export function userConfigFile(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CONFIG_HOME: config = '', HOME: home = '' } = env;
  const directory = isAbsolute(config) ? config : isAbsolute(home) ? join(home, '.config') : undefined;
  return directory === undefined ? undefined : join(directory, 'stackline', 'config.json');
}

/** Makes the directory of our own settings, for their owner alone, and writes them. */
export async function writeUserConfig(path: string, values: Readonly<Record<string, string>>): Promise<string> {
  const directory = dirname(path);
  try {
    const [{ writeConfFile }, { makeDirectory }] = await Promise.all([
      import('./conf-file.js'),
      import('./token-files.js'),
    ]);
    makeDirectory(directory, '/');
    accessSync(directory, constants.W_OK | constants.X_OK);
    writeConfFile(directory, 'config', values);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be written';
    throw new Failure(`${path} cannot be written: ${code}.`, { cause: error });
  }
  return path;
}
