import type { SettingType } from './definition.js';
import { definitions, type SettingName, type SettingTable } from './definitions.js';

export type { SettingName };

/** How a setting's value is held, by its type. */
interface Values {
  readonly text: string;
  readonly path: string;
  readonly flag: boolean;
  readonly seconds: number;
  readonly interface: Interface;
  readonly words: readonly string[];
  readonly urls: Readonly<Record<string, string>>;
}

type ValueOf<K extends SettingName> = SettingTable[K] extends { readonly type: infer T extends SettingType }
  ? Values[T]
  : string;

type WithDefault = {
  [K in SettingName]: SettingTable[K] extends { readonly default: unknown } ? K : never;
}[SettingName];

/**
 * Who, what for, where and how, from options, environment, files and defaults: the settings of `core/definitions.ts`.
 * Those without a default are there only if somebody has said them; empty values never get here.
 */
export type Settings = { readonly [K in WithDefault]: ValueOf<K> } & {
  readonly [K in Exclude<SettingName, WithDefault>]?: ValueOf<K>;
};

export type Interface = 'public' | 'internal' | 'admin';

/** Is it said what the token shall be good for? */
export function hasScope(settings: Settings): boolean {
  return settingsIn(settings).some((name) => definitions[name].traits.oneOf === 'scope');
}

/** The settings that have a value. */
export function settingsIn(settings: Partial<Settings>): readonly SettingName[] {
  return (Object.keys(settings) as SettingName[]).filter((name) => settings[name] !== undefined);
}
