import type { ClassicClient } from '../classic/client.js';
import type { Globals } from '../cli/globals.js';
import type { Host } from '../host/host.js';
import type { OutputOptions } from '../output/renderer.js';

/** What the command line and the terminal say about the output. */
export function outputOptions(
  host: Pick<Host, 'env' | 'stdout' | 'stderr'>,
  { tables }: ClassicClient,
  globals: Globals,
  source: Required<OutputOptions>['source'],
): OutputOptions {
  const tty = host.stdout.isTTY();
  return {
    style: tables,
    format: globals.format ?? 'table',
    columns: globals.column,
    sortColumns: globals.sortColumn,
    ...(globals.sortAscending ? { sortDirection: 'asc' } : globals.sortDescending ? { sortDirection: 'desc' } : {}),
    ...(globals.quote === undefined ? {} : { quote: globals.quote }),
    noindent: globals.noindent,
    printEmpty: globals.printEmpty,
    ...widthOf(host, globals),
    ...(globals.variablePrefix === undefined ? {} : { variablePrefix: globals.variablePrefix }),
    source,
    tty,
    color: wantsColor(host.env, globals, tty),
    warn: (line) => void host.stderr.write(`${line}\n`),
  };
}

/** How wide tables are at most: what --max-width says, else the terminal's width where --fit-width asks for that. */
function widthOf({ stdout }: Pick<Host, 'stdout'>, { maxWidth = 0, fitWidth }: Globals): { tableWidth?: number } {
  const tableWidth = maxWidth > 0 ? maxWidth : fitWidth > 0 ? stdout.columns?.() : undefined;
  return tableWidth === undefined ? {} : { tableWidth };
}

/** Is anything but the classic client's own table asked for? */
export function choosesOutput(globals: Globals): boolean {
  const { format, column, sortColumn, sortAscending, sortDescending, quote, noindent } = globals;
  const { maxWidth, fitWidth, printEmpty, variablePrefix } = globals;
  const named = format ?? quote ?? column[0] ?? sortColumn[0] ?? maxWidth ?? variablePrefix;
  return named !== undefined || sortAscending || sortDescending || noindent || fitWidth > 0 || printEmpty;
}

/** --color, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then whether the output is a terminal. */
function wantsColor(env: Host['env'], { color }: Globals, tty: boolean): boolean {
  if (color !== undefined && color !== 'auto') return color === 'always';
  if (env.NO_COLOR) return false;
  if ((env.FORCE_COLOR ?? '0') !== '0' || (env.CLICOLOR_FORCE ?? '0') !== '0') return true;
  return tty && env.TERM !== 'dumb';
}
