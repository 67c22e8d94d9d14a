import type { TextView, View } from '../core/view.js';
import { type FormatName, formats, type OutputOptions, type Renderer, type Write } from './renderer.js';
import { listing, showing } from './rows.js';

export type { FormatName, OutputOptions as Choice, Write } from './renderer.js';
export { formats };

const renderers: Record<FormatName, () => Promise<Renderer>> = {
  table: async () => (await import('./table.js')).table,
  json: async () => (await import('./json.js')).json,
  yaml: async () => (await import('./yaml.js')).yaml,
  csv: async () => (await import('./csv.js')).csv,
  value: async () => (await import('./value.js')).value,
  ndjson: async () => (await import('./json.js')).ndjson,
  shell: async () => (await import('./shell.js')).shell,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
  prom: async () => (await import('./prom.js')).prom,
};

/** A format's renderer; a table for a terminal has one of its own. */
const rendererOf = async ({ format, screen }: OutputOptions): Promise<Renderer> =>
  screen !== undefined && format === 'table'
    ? (await import('./terminal/table.js')).terminalTable
    : renderers[format]();

/** Loads a format's renderer ahead of its use: while a server works, nothing else is to be done. */
export const prepare = async (format: FormatName): Promise<void> => void (await renderers[format]());

/**
 * Writes a view in the chosen format; only that format's renderer is loaded. All but the table write each page
 * before they ask for the next one.
 *
 * @throws Failure when `-c` or `--sort-column` names a column that the view does not have, before anything is asked for or written.
 */
export async function render(view: View, choice: OutputOptions, write: Write): Promise<void> {
  if (view.kind === 'text') return text(view, choice, write);
  if (view.kind === 'sections') return (await import('./sections.js')).writeSections(view, choice, write, render);
  if (view.kind === 'outcomes') return (await import('./outcomes.js')).writeOutcomes(view, choice, write, render);
  if (view.kind === 'show') {
    const chosen = showing(view, choice);
    const isTable = choice.format === 'table' && choice.columns.length === 0 && view.chosen === undefined;
    if (isTable && view.header) await write(view.header);
    if (!(isTable && view.isQuiet)) await (await rendererOf(choice)).show(chosen, choice, write);
    if (view.after !== undefined) await (await import('./after.js')).writeAfter(view.after, choice, write);
    return;
  }
  const renderer = await rendererOf(choice);
  await renderer.list(listing(view, choice, renderer), choice, write);
  if (view.after !== undefined) await view.after();
}

/** A console log is a guest's text: a terminal must not obey it, a file gets it as it is. */
async function text(view: TextView, choice: OutputOptions, write: Write): Promise<void> {
  const visible = choice.tty ? (await import('../lib/escape.js')).visibleText : undefined;
  let held = '';
  for await (const chunk of view.chunks) {
    if (visible === undefined) {
      const written = write(chunk);
      if (written !== undefined) await written;
      continue;
    }
    // A carriage return at the end may belong to a newline in the next chunk.
    const seen = held + chunk;
    held = seen.endsWith('\r') ? '\r' : '';
    const shown = visible(seen.slice(0, seen.length - held.length));
    if (shown !== '') await write(shown);
  }
  if (visible !== undefined && held !== '') await write(visible(held));
}
