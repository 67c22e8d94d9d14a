import type { Progress } from './app/failed-run.js';
import { choosesOutput, outputOptions } from './app/output-options.js';
import type { ProgressLine } from './app/progress-line.js';
import { withSafeErrors } from './app/safe-errors.js';
import { loadCommand } from './cli/applets.js';
import { asksMany, type Globals, globalOptions, isForCron } from './cli/globals.js';
import { parse } from './cli/parse.js';
import { findRoute, type Route } from './cli/route.js';
import { selectsRows } from './cli/selects-rows.js';
import { type ExitReason, exitCodes } from './core/exit-codes.js';
import { type Secrets, secretRegistry } from './core/secrets.js';
import type { Settings } from './core/settings.js';
import type { CommandView } from './core/view.js';
import type { Host } from './host/host.js';
import type { OutputOptions } from './output/renderer.js';

/** Commands run where their context is made. */
const runners = {
  cloud: async () => (await import('./app/run-command.js')).runCommand,
  hyperv: async () => (await import('./app/run-hyperv.js')).runHyperv,
} as const;

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
  const end = await run(host, secrets, progress).catch(async (error: unknown) =>
    (await import('./app/failed-run.js')).afterFailure(error, { host, secrets, progress, run }),
  );
  return typeof end === 'number' ? end : exitCodes[end];
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
  const origin = (await recording?.replayed(host, typed.globals.replay ?? '', route.client)) ?? host;
  const asked = more?.withFormat(typed.globals) ?? typed.globals;
  const given = recording?.withoutCloud(asked) ?? asked;
  const userConfig = await origin.storage.userConfig();
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
  if (!isForCron(globals)) return execute(origin);
  const { startCronRun, lineOf } = await import('./app/cron.js');
  const turn = await startCronRun(origin, globals, () => lineOf(host.env, route, { ...typed, globals }), isMany);
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
  const shown = view.kind === 'tour' ? (await import('./app/tour.js')).textOfTour(host, view, main) : view;
  if (options.tty)
    await (await import('./app/on-terminal.js')).showOnTerminal(shown, options, { host, globals, line, settings });
  else await render(shown, options, (chunk) => host.stdout.write(chunk));
  return ('exitReason' in shown ? shown.exitReason?.() : undefined) ?? 'ok';
}
