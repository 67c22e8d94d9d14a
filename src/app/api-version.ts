import type { VersionRules } from '../classic/client.js';
import { longName } from '../cli/grammar.js';
import type { Command } from '../command/command.js';
import type { Settings } from '../core/settings.js';
import { atLeast } from '../lib/microversion.js';

/**
 * Refuses a command, and options that were typed, which the client has only from a later version of its API on than the
 * one that the settings ask for.
 * @throws Failure in the client's words
 */
export function checkApiVersion(
  { asked, unknownCommand, unknownOption }: VersionRules,
  settings: Settings,
  typed: {
    readonly command: Pick<Command, 'apiVersion' | 'olderApis' | 'options'>;
    readonly verb: string;
    readonly options: Readonly<Record<string, unknown>>;
  },
): void {
  const version = asked(settings);
  const { command, verb, options } = typed;
  const has = ({ apiVersion, olderApis }: Pick<Command, 'apiVersion' | 'olderApis'>): boolean =>
    apiVersion === undefined || atLeast(version, apiVersion) || olderApis?.includes(version) === true;
  if (!has(command)) throw unknownCommand(verb);
  for (const [key, option] of Object.entries(command.options)) {
    if (has(option) || options[key] === option.default) continue;
    throw unknownOption(`--${longName(key, option)}`, option.apiVersion ?? '');
  }
}
