/** What a person at a terminal gets: a table that fits it, through a pager where it is long. */
import { isApplet } from '../cli/applets.js';
import type { Globals } from '../cli/globals.js';
import type { Settings } from '../core/settings.js';
import type { View } from '../core/view.js';
import type { Host } from '../host/host.js';
import { render } from '../output/index.js';
import type { OutputOptions } from '../output/renderer.js';
import { isPaged, pagedOutput } from './paged-output.js';
import type { ProgressLine } from './progress-line.js';
import { screenOf } from './screen.js';

export interface Terminal {
  readonly host: Host;
  readonly globals: Globals;
  readonly line: ProgressLine | undefined;
  /** Of the cloud; left out where it is none, or several. */
  readonly settings?: Settings | undefined;
}

/**
 * The options of the output with the terminal that tables are fitted to. A link with a classic client's name prints that
 * client's tables wherever they go, and `--max-width` and `--fit-width` are openstackclient's.
 */
export function onScreen(options: OutputOptions, host: Host, globals: Globals): OutputOptions {
  const isClassic = isApplet(host.program) || options.tableWidth !== undefined;
  return isClassic ? options : { ...options, screen: screenOf(host, globals) };
}

/** Shows a view; a run whose pager the person has left ends quietly, and well. */
export async function showOnTerminal(
  view: View,
  options: OutputOptions,
  { host, globals, line, settings }: Terminal,
): Promise<void> {
  const { source } = options;
  const remembered =
    view.kind === 'list' && settings !== undefined && source !== undefined
      ? await (await import('./completion/remember.js')).remember(view, source, { host, globals, settings })
      : undefined;
  const shown = onScreen(options, host, globals);
  const pages = isPaged(view) ? pagedOutput(host, globals, () => line?.yieldTerminal()) : undefined;
  try {
    await render(remembered?.view ?? view, shown, pages?.write ?? ((chunk) => host.stdout.write(chunk)));
  } finally {
    await pages?.end();
    // Whoever leaves the pager early has seen names, too.
    await remembered?.keep();
  }
}
