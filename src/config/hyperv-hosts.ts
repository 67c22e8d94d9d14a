/** Hosts of Hyper-V that the user configuration names: `hyperv.NAME.url`, `hyperv.NAME.username` and so on. */
import { definitions, type SettingName } from '../core/definitions.js';
import { commandWords } from './command-words.js';
import type { Layer } from './settings.js';
import { HOST_KEY, HOST_SETTINGS, type UserConfig } from './user-config.js';

/** The names of all hosts that the file has, in its order. */
export function namedHosts({ values }: UserConfig): readonly string[] {
  return [...new Set(Object.keys(values).flatMap((key) => HOST_KEY.exec(key)?.[1] ?? []))];
}

/** What the file says of one host: its URL, where that is not its name, and its settings. */
export function hostConfig(
  { path, values }: UserConfig,
  host: string,
): { readonly url: string | undefined; readonly layer: Layer } {
  const layer: Partial<Record<SettingName, { value: string | readonly string[]; from: string }>> = {};
  for (const [word, name] of HOST_SETTINGS) {
    const value = values[`hyperv.${host}.${word}`];
    if (value === undefined) continue;
    layer[name] = { value: definitions[name].type === 'words' ? commandWords(value, path) : value, from: path };
  }
  return { url: values[`hyperv.${host}.url`], layer };
}
