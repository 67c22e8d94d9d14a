import type { ClassicClient } from '../classic/client.js';
import type { Command } from '../command/command.js';
import { frameworkUsage, usage } from './usage.js';

/** What stands above a wrong command line: the usage, or the whole help without it where the client has that. */
export async function usageAbove(typed: string, command: Command, { errors, help }: ClassicClient): Promise<string> {
  const { options, arguments: args, shows, wholeHelp } = command;
  if (errors.showsWholeHelp && wholeHelp !== undefined) return wholeHelp.replace(/^.*?\n\n/s, 'usage: ');
  return usage(typed, options, args, await frameworkUsage(help, shows));
}
