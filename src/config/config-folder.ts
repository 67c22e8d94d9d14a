import { isAbsolute, join } from 'node:path';

/**
 * The file of our own settings: `$XDG_CONFIG_HOME/stackline/config.json`, or in `~/.config`. Undefined where there is
 * no home either; a relative path is ignored, as the XDG specification wants it.
 */
export function ownFile(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CONFIG_HOME: config = '', HOME: home = '' } = env;
  const folder = isAbsolute(config) ? config : isAbsolute(home) ? join(home, '.config') : undefined;
  return folder === undefined ? undefined : join(folder, 'stackline', 'config.json');
}
