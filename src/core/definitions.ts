/**
 * The settings, one entry each, and nowhere else is a list of them: options, environment, clouds.yaml, our own
 * configuration, the key of kept logins, recordings, what is secret, and `stackline config` are all read from here. The
 * order is that of the help.
 */
import type { Definition, SettingOption } from './definition.js';
import { loginSettings } from './login-settings.js';
import { serviceSettings } from './service-settings.js';

const table = { ...loginSettings, ...serviceSettings } as const;

/** The table with the type of each entry, for types that are made of it. */
export type SettingTable = typeof table;
export type SettingName = keyof SettingTable;

export const definitions: Readonly<Record<SettingName, Definition>> = table;

/** What is known of the setting of this name, if it is one. */
export function definitionOf(name: string): Definition | undefined {
  return Object.hasOwn(definitions, name) ? definitions[name as SettingName] : undefined;
}

/** Variables of settings, where a client reads other ones: they take the place of those of the table. */
export type SettingVariables = Readonly<Partial<Record<SettingName, readonly string[]>>>;

/**
 * The variables that say a setting, the first one that is not empty wins.
 *
 * @param own those of a client, where they are not those of the table
 */
export function variablesOf(name: SettingName, own: SettingVariables = {}): readonly string[] {
  return own[name] ?? definitions[name].names.env ?? [];
}

/**
 * Options of every command by their keys, where a client has other ones: what is said of an option of the table takes
 * the place of what stands there, and one that nobody else has is there as a whole; null: the client has no such option.
 */
export type GlobalOverrides = Readonly<Record<string, Partial<SettingOption> | null>>;
