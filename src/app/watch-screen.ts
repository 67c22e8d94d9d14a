import { render } from '../output/index.js';
import type { OutputOptions } from '../output/renderer.js';
import type { Change } from '../output/terminal/observed.js';
import { onScreen } from './on-terminal.js';
import type { Display, Look, Watching } from './watch.js';
import { clockOf } from './watch-lines.js';

/*
 * ECMA-48 and xterm's private modes: the alternate screen, whose end gives back what was there; no cursor; lines that are
 * cut at the margin instead of running on.
 */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[H\x1b[2J';
const LEAVE = '\x1b[?7h\x1b[?25h\x1b[?1049l';
const HOME = '\x1b[H';
/** Before the text: behind one that fills the line it would take away the last character. */
const REST_OF_LINE = '\x1b[K';
const REST_OF_SCREEN = '\x1b[J';

/**
 * A screen that is drawn over in place, from its top left corner, each line to its end: nothing flickers. What was there
 * before comes back when it closes, and when the process is ended. A screen that has been resized is drawn anew.
 */
export function watchScreen({ host, globals }: Watching, options: OutputOptions, period: number): Display {
  // Bytes: what stands in them is to be obeyed.
  const draw = (text: string) => host.stdout.write(Buffer.from(text));
  void draw(ENTER);
  const closed = host.untilEnd(() => void draw(LEAVE));
  let last: Look | undefined;
  let failure = '';
  let size = '';
  const sizeNow = (): string => `${host.stdout.columns?.()}x${host.stdout.rows?.()}`;
  let drawing = Promise.resolve();
  const frame = async (): Promise<void> => {
    if (last?.seen === undefined) return;
    const rows = host.stdout.rows?.() ?? 24;
    const { changes, at } = last;
    const shown = onScreen(options, host, globals);
    const screen = shown.screen && { ...shown.screen, hasHints: false, changed: cellsOf(changes) };
    let text = '';
    await render(last.seen.view, screen === undefined ? shown : { ...shown, screen }, (chunk) => {
      text += chunk;
    });
    const lines = text.replace(/\n$/, '').split('\n');
    const room = Math.max(1, rows - 2);
    const gone = changes.filter(({ from, to }) => from !== undefined && to === undefined).map(({ name }) => name);
    const says = [
      `${clockOf(at)} every ${period / 1000} s`,
      ...(changes.length === 0 ? [] : [`${changes.length} changed (>)`]),
      ...(gone.length === 0 ? [] : [`gone: ${gone.join(', ')}`]),
      ...(lines.length > room ? [`${lines.length - room} more lines`] : []),
      ...(last.isIncomplete ? ['incomplete'] : []),
      ...(failure === '' ? [] : [failure]),
    ];
    const { visibleLine } = await import('../lib/escape.js');
    const all = [...lines.slice(0, room), visibleLine(says.join(', ')), 'Ctrl-C ends it.'].slice(0, rows);
    await draw(`${HOME}${all.map((line) => REST_OF_LINE + line).join('\r\n')}${REST_OF_SCREEN}`);
    size = sizeNow();
  };
  const redraw = (): Promise<void> => {
    drawing = drawing.then(frame);
    return drawing;
  };
  const stop = host.every(250, () => {
    if (size !== '' && sizeNow() !== size) void redraw();
  });
  return {
    show: async (look) => {
      failure = look.failure === undefined ? '' : `${clockOf(look.at)} ${look.failure.message}`;
      last = look.seen === undefined && last !== undefined ? { ...last, changes: [] } : look;
      await redraw();
    },
    close: () => {
      stop();
      closed();
      void draw(LEAVE);
    },
  };
}

/** The columns of each row in which something is new; of a new row all. */
function cellsOf(changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<string> | 'all'> {
  const cells = new Map<string, Set<string> | 'all'>();
  for (const { id, column, from } of changes) {
    if (column === undefined) {
      if (from === undefined) cells.set(id, 'all');
      continue;
    }
    const known = cells.get(id);
    if (known === 'all') continue;
    cells.set(id, (known ?? new Set()).add(column));
  }
  return cells;
}
