import { accessSync, constants } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Failure } from '../core/errors.js';

/**
 * The file of our own settings: `$XDG_CONFIG_HOME/stackline/config.json`, or in `~/.config`. Undefined where there is
 * no home either; a relative path is ignored, as the XDG specification wants it.
 */
export function userConfigFile(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CONFIG_HOME: config = '', HOME: home = '' } = env;
  const folder = isAbsolute(config) ? config : isAbsolute(home) ? join(home, '.config') : undefined;
  return folder === undefined ? undefined : join(folder, 'stackline', 'config.json');
}

/** Makes the folder of our own settings, for their owner alone, and writes them. */
export async function writeUserConfig(path: string, values: Readonly<Record<string, string>>): Promise<string> {
  const folder = dirname(path);
  try {
    const [{ writeConfFile }, { makeFolder }] = await Promise.all([
      import('./conf-file.js'),
      import('./token-files.js'),
    ]);
    makeFolder(folder, '/');
    accessSync(folder, constants.W_OK | constants.X_OK);
    writeConfFile(folder, 'config', values);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be written';
    throw new Failure(`${path} cannot be written: ${code}.`, { cause: error });
  }
  return path;
}
