/** What is answered without running a command: help, the version, candidates for completion. */
import { isApplet } from '../cli/applets.js';
import { answerWithoutCommand } from '../cli/builtins.js';
import type { Route } from '../cli/route.js';
import type { Command } from '../command/command.js';
import type { Entry } from '../command/manifest.js';
import type { Host } from '../host/host.js';

/**
 * The answer to a line that names no command of ours.
 * @returns the exit code of the program that has had it instead
 */
export async function answerLine(host: Host, route: Route): Promise<number | undefined> {
  if (route.unknownVerb !== undefined) {
    const code = await (await import('./hand-over.js')).handOver(host, route.unknownVerb);
    if (code !== undefined) return code;
  }
  if (route.verb === 'complete-word') {
    const { completeLine } = await import('./completion/complete-line.js');
    await host.stdout.write(await completeLine(host, route.words));
  } else await say(host, (columns) => answerWithoutCommand(route, columns));
  return undefined;
}

/** `--help` on a command. */
export function answerHelp(host: Host, route: Route, entry: Entry, command: Command): Promise<void> {
  return say(host, async (columns) =>
    isApplet(host.program)
      ? (await import('../cli/classic-help.js')).classicHelpOnAll(route, entry, command)
      : (await import('../cli/own-help/index.js')).ownHelpOnAll(route, entry, command, columns),
  );
}

/** Under our own name a terminal gets it as wide as it is, through a pager. */
async function say(host: Host, text: (columns?: number) => Promise<string>): Promise<void> {
  if (isApplet(host.program) || !host.stdout.isTTY()) await host.stdout.write(await text());
  else await (await import('./help-on-terminal.js')).sayOnTerminal(host, text);
}
