import { isApplet, loadApplet, loadCommand, ownApplet } from './cli/applets.js';
import { type Globals, globalOptions } from './cli/globals.js';
import { parse } from './cli/parse.js';
import { report } from './cli/report.js';
import { findRoute, type Route } from './cli/route.js';
import { usage } from './cli/usage.js';
import type { Command } from './command/define.js';
import { type ExitCode, type ExitReason, exitCodes } from './core/exit-codes.js';
import type { View } from './core/view.js';
import type { Host } from './host/host.js';
import type { OutputOptions } from './output/renderer.js';

/** How far we got: what an error message can say of the command. */
interface Progress {
  route?: Route;
  command?: Command;
  /** The words were understood: what goes wrong from here on is not a matter of the command's usage. */
  parsed?: boolean;
}

/**
 * Runs one command line: route, parse, ask, render. Whatever goes wrong on the way is said here, once.
 * @returns the exit code; nothing is thrown
 */
export async function main(host: Host): Promise<ExitCode> {
  const progress: Progress = {};
  return exitCodes[await reported(host, progress)];
}

/** Runs it, and says what went wrong. */
async function reported(host: Host, progress: Progress): Promise<ExitReason> {
  try {
    return await run(host, progress);
  } catch (error) {
    const { route, command } = progress;
    const program = route?.program ?? host.program;
    const { client } = route ?? (await loadApplet(isApplet(program) ? program : ownApplet));
    const typed = route?.verb === undefined ? undefined : `${program} ${route.verb}`;
    const { text, exitReason } = report(error, {
      words: client.errors,
      program,
      command: typed,
      usage: command && typed && !progress.parsed ? usage(typed, command.options, command.arguments) : undefined,
      debug: host.argv.includes('--debug'),
    });
    try {
      if (text !== '') await host.stderr.write(text);
    } catch {
      // Nobody is left to tell.
    }
    return exitReason;
  }
}

async function run(host: Host, progress: Progress): Promise<ExitReason> {
  const route = await findRoute(host.program, host.argv);
  progress.route = route;
  if (route.entry === undefined || route.verb === undefined) {
    const { answerWithoutCommand } = await import('./cli/builtins.js');
    await writeAll(host, await answerWithoutCommand(route));
    return 'ok';
  }
  const command = await loadCommand(route.applet, route.entry.name);
  progress.command = command;
  const shape = { options: command.options, arguments: command.arguments, globals: globalOptions(route.applet) };
  const typed = parse(shape, route.words, host.env);
  const { options, args } = typed;
  progress.parsed = true;
  if (typed.globals.help) {
    const { commandHelp } = await import('./cli/help.js');
    await host.stdout.write(
      commandHelp(
        `${route.program} ${route.verb}`,
        route.client.help,
        { summary: route.entry.summary, command },
        shape.globals,
      ),
    );
    return 'ok';
  }
  if (typed.globals.translate) {
    const { translate } = await import('./cli/translate.js');
    const { line, missing } = translate(command, {
      command: `${route.program} ${route.verb}`,
      ...typed,
      shared: shape.globals,
    });
    await host.stdout.write(`${line}\n`);
    if (missing.length > 0) await host.stderr.write(`${missing.join('\n')}\n`);
    return 'ok';
  }
  const recording = typed.globals.replay === undefined ? undefined : await import('./app/recording.js');
  const stage = (await recording?.replayed(host, typed.globals.replay ?? '')) ?? host;
  const said = recording?.withoutPlace(typed.globals) ?? typed.globals;
  const userConfig = await stage.userConfig();
  const globals =
    userConfig === undefined ? said : (await import('./app/output-defaults.js')).withDefaults(said, userConfig, route);
  const { work } = await import('./app/run-command.js');
  // Behind the first request, not before it: the renderer is loaded while the server works.
  setImmediate(async () => (await import('./output/index.js')).prepare(globals.format ?? 'table'));
  const start = (within: Host, deadline?: number): Promise<ExitReason> =>
    work({
      host: within,
      applet: route.applet,
      service: route.service,
      command,
      globals,
      options,
      args,
      userConfig,
      show: (view) => show(within, route, globals, view),
      main,
      ...(deadline === undefined ? {} : { deadline }),
    });
  if (!isForCron(globals)) return start(stage);
  const { inCron, lineOf } = await import('./app/cron.js');
  return inCron({ host: stage, globals, line: () => lineOf(host.env, route, { globals, options, args }), run: start });
}

/** Does anything ask for what `cron.ts` does? */
function isForCron({ deadline, lock, onlyProblems, splay }: Globals): boolean {
  return deadline !== undefined || lock !== undefined || onlyProblems || splay !== undefined;
}

/** Sends a view to the renderer that was asked for. */
async function show(host: Host, { client }: Route, globals: Globals, view: View): Promise<void> {
  // On a terminal the renderer makes control characters of a guest's text visible.
  if (view.kind === 'text' && !host.stdout.isTTY()) return writeAll(host, view.chunks);
  const { render } = await import('./output/index.js');
  const choice: OutputOptions = {
    style: client.tables,
    format: globals.format ?? 'table',
    columns: globals.column,
    sortColumns: globals.sortColumn,
    ...(globals.sortAscending ? { sortDirection: 'asc' } : globals.sortDescending ? { sortDirection: 'desc' } : {}),
    ...(globals.quote === undefined ? {} : { quote: globals.quote }),
    noindent: globals.noindent,
    tty: host.stdout.isTTY(),
    color: wantsColor(host, globals),
    warn: (line) => void host.stderr.write(`${line}\n`),
  };
  await render(view, choice, (chunk) => host.stdout.write(chunk));
}

/** The option, then the variables that programs agree on, then whether a person is looking. */
function wantsColor({ env, stdout }: Host, { color }: Globals): boolean {
  if (color !== undefined && color !== 'auto') return color === 'always';
  if (env.NO_COLOR) return false;
  if ((env.FORCE_COLOR ?? '0') !== '0' || (env.CLICOLOR_FORCE ?? '0') !== '0') return true;
  return env.TERM !== 'dumb' && stdout.isTTY();
}

async function writeAll(host: Host, chunks: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const chunk of chunks) await host.stdout.write(chunk);
}
