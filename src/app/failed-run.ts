import { isApplet, loadApplet, ownApplet } from '../cli/applets.js';
import { report } from '../cli/report.js';
import type { Route } from '../cli/route.js';
import type { Command } from '../command/command.js';
import { Failure, UsageError } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import type { Secrets } from '../core/secrets.js';
import type { Settings } from '../core/settings.js';
import type { Host } from '../host/host.js';

/** What was resolved before an error; it decides whether usage is printed. */
export interface Progress {
  route?: Route;
  command?: Command;
  /** The words were understood: what goes wrong from here on is not a matter of the command's usage. */
  parsed?: boolean;
  settings?: Settings;
}

/** A run that ended with an error, and how another one is begun. */
interface FailedRun {
  readonly host: Host;
  readonly secrets: Secrets;
  readonly progress: Progress;
  run(host: Host, secrets: Secrets, progress: Progress): Promise<ExitReason | number>;
}

/**
 * What becomes of a run that did not go well: it may be one in other words, for another program, or for an older API; else
 * what went wrong is said, once. No run that goes well loads this.
 * @returns how the run ends, or the exit code of a program that ran in our place; nothing is thrown
 */
export async function afterFailure(error: unknown, failed: FailedRun): Promise<ExitReason | number> {
  return ended(error, failed).catch((next: unknown) => reported(next, failed.host, failed.progress));
}

async function ended(error: unknown, { host, secrets, progress, run }: FailedRun): Promise<ExitReason | number> {
  const { route, settings } = progress;
  // Of openstack's commands each has two words.
  const isRead = progress.parsed || host.argv.length < 2;
  const read = isRead ? undefined : await (await import('./openstack-words.js')).inOurWords(host);
  if (typeof read === 'number') return read;
  const again: Progress = {};
  if (read !== undefined) {
    return run(read, secrets, again).catch((next) => ended(next, { host: read, secrets, progress: again, run }));
  }
  const isCalledBack = host.env.STACKLINE_HANDED_OVER !== undefined;
  if (error instanceof Failure && error.unknownVerb !== undefined && (isCalledBack || isApplet(host.program))) {
    const code = await (await import('./hand-over.js')).handOver(host, error.unknownVerb);
    if (code !== undefined) return code;
  }
  if (route?.versions === undefined || settings === undefined) return reported(error, host, progress);
  const { inOlderVersion } = await import('./older-version.js');
  const known = { settings, env: route.client.env };
  const older = await inOlderVersion(error, route.versions, known, host);
  if (older === undefined) return reported(error, host, progress);
  return run(older, secrets, again).catch((next: unknown) => reported(next, older, again));
}

/** Says what went wrong, in the words of the client that was called. */
async function reported(error: unknown, host: Host, { route, command, parsed }: Progress): Promise<ExitReason> {
  const program = route?.program ?? host.program;
  const { client } = route ?? (await loadApplet(isApplet(program) ? program : ownApplet));
  const typed = route?.verb === undefined ? undefined : `${program} ${route.typed ?? route.verb}`;
  if (client.errors.showsWholeHelp && command?.wholeHelp && error instanceof UsageError && error.isExcess) {
    await host.stderr.write(`${command.wholeHelp}\n`);
    return 'failed';
  }
  if (error instanceof UsageError && error.wrong !== undefined && !isApplet(host.program)) {
    const { wrong, message } = error;
    const line = wrong.isSlip
      ? `${wrong.place?.program}: ${message}\n`
      : await (await import('../cli/wrong-words/line.js')).wrongLine(wrong, { name: host.program, route, command });
    await host.stderr.write(line);
    return error.exitReason;
  }
  const { text, exitReason } = report(error, {
    words: client.errors,
    program,
    command: typed,
    // The classic clients print the whole usage above a wrong command line; under our own name it is in the help.
    usage:
      command && typed && !parsed && isApplet(host.program)
        ? await (await import('../cli/usage-above.js')).usageAbove(typed, command, client)
        : undefined,
    debug: host.argv.includes('--debug'),
  });
  try {
    if (text !== '') await host.stderr.write(text);
  } catch {
    // Nobody is left to tell.
  }
  return exitReason;
}
