import { choosesOutput, outputOptions } from './app/output-options.js';
import type { ProgressLine } from './app/progress-line.js';
import { withSafeErrors } from './app/safe-errors.js';
import { isApplet, loadApplet, loadCommand, ownApplet } from './cli/applets.js';
import { asksMany, type Globals, globalOptions, isForCron } from './cli/globals.js';
import { parse } from './cli/parse.js';
import { report } from './cli/report.js';
import { findRoute, type Route } from './cli/route.js';
import { selectsRows } from './cli/selects-rows.js';
import type { Command } from './command/command.js';
import { Failure, UsageError } from './core/errors.js';
import { type ExitReason, exitCodes } from './core/exit-codes.js';
import { type Secrets, secretRegistry } from './core/secrets.js';
import type { Settings } from './core/settings.js';
import type { CommandView, TourView } from './core/view.js';
import type { Host } from './host/host.js';
import type { OutputOptions } from './output/renderer.js';

/** Commands run where their context is made. */
const runners = {
  cloud: async () => (await import('./app/run-command.js')).runCommand,
  hyperv: async () => (await import('./app/run-hyperv.js')).runHyperv,
} as const;

/** What was resolved before an error; it decides whether usage is printed. */
interface Progress {
  route?: Route;
  command?: Command;
  /** The words were understood: what goes wrong from here on is not a matter of the command's usage. */
  parsed?: boolean;
  settings?: Settings;
}

/**
 * Runs one command line: route, parse, run, render. Whatever goes wrong on the way is said here, once.
 * @returns the exit code, which may be that of a program that ran in our place; nothing is thrown
 */
export async function main(given: Host): Promise<number> {
  const progress: Progress = {};
  const secrets = secretRegistry((secret) => {
    if (given.argv.some((word) => word.includes(secret))) given.hideArguments();
  });
  const host = withSafeErrors(given, secrets);
  const end = await run(host, secrets, progress).catch((error: unknown) =>
    ended(error, host, secrets, progress).catch((next: unknown) => reported(next, host, progress)),
  );
  return typeof end === 'number' ? end : exitCodes[end];
}

/** What became of a run that did not go well: it may be one in other words, for another program, or for an older API. */
async function ended(error: unknown, host: Host, secrets: Secrets, progress: Progress): Promise<ExitReason | number> {
  const { route, settings } = progress;
  // Of openstack's commands each has two words.
  const isRead = progress.parsed || host.argv.length < 2;
  const read = isRead ? undefined : await (await import('./app/openstack-words.js')).inOurWords(host);
  if (typeof read === 'number') return read;
  const again: Progress = {};
  if (read !== undefined) return run(read, secrets, again).catch((next) => ended(next, read, secrets, again));
  const isCalledBack = host.env.STACKLINE_HANDED_OVER !== undefined;
  if (error instanceof Failure && error.unknownVerb !== undefined && (isCalledBack || isApplet(host.program))) {
    const code = await (await import('./app/hand-over.js')).handOver(host, error.unknownVerb);
    if (code !== undefined) return code;
  }
  if (route?.versions === undefined || settings === undefined) return reported(error, host, progress);
  const { inOlderVersion } = await import('./app/older-version.js');
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
      : await (await import('./cli/wrong-words/line.js')).wrongLine(wrong, { name: host.program, route, command });
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
        ? await (await import('./cli/usage-above.js')).usageAbove(typed, command, client)
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

async function run(host: Host, secrets: Secrets, progress: Progress): Promise<ExitReason | number> {
  const route = await findRoute(host.program, host.argv, host.env);
  progress.route = route;
  if (route.entry === undefined || route.verb === undefined) {
    return (await (await import('./app/answer-help.js')).answerLine(host, route)) ?? 'ok';
  }
  const command = await loadCommand(route.applet, route.entry.name);
  progress.command = command;
  const usual = globalOptions(route.client.globals);
  const more = selectsRows(route.words) ? await import('./cli/selection-options.js') : undefined;
  const changes =
    command.change === undefined || route.context !== 'cloud' ? undefined : await import('./cli/change-options.js');
  const chosen = more === undefined ? usual : { ...usual, ...more.selectionOptions(command.options, route.words) };
  const shape = {
    options: command.options,
    arguments: changes?.chosenByFilter(command.arguments, route.words) ?? command.arguments,
    globals: changes === undefined ? chosen : { ...chosen, ...changes.changeOptions() },
    shows: command.shows,
  };
  const typed = parse(shape, route.words, host.env);
  for (const secret of typed.secrets) secrets.add(secret);
  progress.parsed = true;
  const line = `${route.program} ${route.verb}`;
  if (typed.globals.help) {
    await (await import('./app/answer-help.js')).answerHelp(host, route, route.entry, command);
    return 'ok';
  }
  /** Refuses output options that can change nothing about what comes. */
  const checkOutput = async (globals: Globals): Promise<void> => {
    if (!choosesOutput(globals)) return;
    const { refuseIneffective } = await import('./cli/ineffective.js');
    const isStrict = !route.client.takesIdleOptions;
    refuseIneffective(command, typed, shape.globals, globals.format ?? 'table', isStrict);
  };
  if (typed.globals.translate) {
    await checkOutput(typed.globals);
    const { translate } = await import('./cli/translate.js');
    const found = translate(command, { command: line, ...typed, shared: shape.globals });
    await host.stdout.write(`${found.line}\n`);
    if (found.missing.length === 0) return 'ok';
    await host.stderr.write(`${found.missing.join('\n')}\n`);
    return 'failed';
  }
  const recording = typed.globals.replay === undefined ? undefined : await import('./app/recording.js');
  const stage = (await recording?.replayed(host, typed.globals.replay ?? '', route.client)) ?? host;
  const asked = more?.withFormat(typed.globals) ?? typed.globals;
  const given = recording?.withoutCloud(asked) ?? asked;
  const userConfig = await stage.storage.userConfig();
  const globals =
    userConfig === undefined
      ? given
      : (await import('./app/output-defaults.js')).withDefaults(given, userConfig, route);
  await checkOutput(globals);
  const isMany = asksMany(globals);
  const runCommand = isMany ? (await import('./app/many-clouds/index.js')).runOnClouds : await runners[route.context]();
  // Behind the first request, not before it: the renderer is loaded while the server works.
  setImmediate(async () => (await import('./output/index.js')).prepare(globals.format ?? 'table'));
  const { client, service, verb } = route;
  /** Runs the command and shows what comes of it. */
  const perform = async (within: Host, limits: { readonly deadline?: number }): Promise<ExitReason> => {
    // A person who waits is told for what.
    const line =
      globals.quiet || !within.stderr.isTTY()
        ? undefined
        : (await import('./app/progress-line.js')).progressLine(within);
    const host = line?.host ?? within;
    const isSeen = line !== undefined || globals.watch !== undefined;
    const observers = isSeen ? (await import('./app/exchange-observers.js')).exchangeObservers(globals, line) : {};
    const options = { host, client, verb, secrets, service, userConfig, ...limits, ...observers };
    const running = await runCommand(command, { ...typed, globals }, options);
    if (running.settings !== undefined) progress.settings = running.settings;
    try {
      if (route.versions !== undefined && running.settings !== undefined) {
        (await import('./app/older-version.js')).checkVersion(route.versions, running.settings);
      }
      const source = async () => (await import('./app/output-source.js')).sourceOf(route, command);
      if (globals.watch !== undefined) {
        const { watch } = await import('./app/watch.js');
        return await watch({ host, client, globals, source, view: running.view, ...limits, ...(line && { line }) });
      }
      return await show(host, { client, globals, source, line, settings: running.settings }, await running.view());
    } finally {
      if (line !== undefined) await line.close();
      if (running.timings !== undefined) {
        const { timingsText } = await import('./output/timings.js');
        await within.stderr.write(timingsText(running.timings()));
      }
      await running.close();
    }
  };
  const execute = async (within: Host, limits: { readonly deadline?: number } = {}): Promise<ExitReason> => {
    if (globals.outputFile === undefined) return perform(within, limits);
    const { toFile } = await import('./app/output-file.js');
    return toFile(within, globals.outputFile, (host) => perform(host, limits));
  };
  if (!isForCron(globals)) return execute(stage);
  const { startCronRun, lineOf } = await import('./app/cron.js');
  const turn = await startCronRun(stage, globals, () => lineOf(host.env, route, { ...typed, globals }), isMany);
  return turn.finish(execute(turn.host, turn));
}

interface Shown extends Pick<Route, 'client'> {
  readonly globals: Globals;
  readonly source: Required<OutputOptions>['source'];
  readonly line: ProgressLine | undefined;
  readonly settings: Settings | undefined;
}

/** Sends a view to the renderer that was asked for. */
async function show(
  host: Host,
  { client, globals, source, line, settings }: Shown,
  view: CommandView,
): Promise<ExitReason> {
  if (view.kind === 'bytes') {
    for await (const chunk of view.chunks) await host.stdout.write(chunk);
    return 'ok';
  }
  const { render } = await import('./output/index.js');
  const options = outputOptions(host, client, globals, source);
  const shown = view.kind === 'tour' ? ({ kind: 'text', chunks: tourText(host, view) } as const) : view;
  if (options.tty)
    await (await import('./app/on-terminal.js')).showOnTerminal(shown, options, { host, globals, line, settings });
  else await render(shown, options, (chunk) => host.stdout.write(chunk));
  return ('exitReason' in shown ? shown.exitReason?.() : undefined) ?? 'ok';
}

/** Runs the command lines of a tour, one after the other, as if they had been typed. */
async function* tourText(host: Host, { opening, steps, ending }: TourView): AsyncGenerator<string> {
  const { stepText, stops } = await import('./app/tour.js');
  const stopFor = stops(host);
  yield `${opening}\n`;
  for (const step of steps) {
    const stop = stopFor(step);
    const code = await main(stop.host);
    yield stepText(step, stop.screen(), code);
  }
  yield `\n${ending}\n`;
}
