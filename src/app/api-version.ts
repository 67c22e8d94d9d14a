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
    readonly command: Pick<Command, 'apiVersion' | 'options'>;
    readonly verb: string;
    readonly options: Readonly<Record<string, unknown>>;
  },
): void {
  const version = asked(settings);
  const { command, verb, options } = typed;
  // On the APIs of old clouds each command says itself what there is.
  if (!version.startsWith('3.')) return;
  if (command.apiVersion !== undefined && !atLeast(version, command.apiVersion)) throw unknownCommand(verb);
  for (const [key, option] of Object.entries(command.options)) {
    const { apiVersion } = option;
    if (apiVersion === undefined || atLeast(version, apiVersion) || options[key] === option.default) continue;
    throw unknownOption(`--${longName(key, option)}`, apiVersion);
  }
}
