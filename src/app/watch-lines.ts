import type { Host } from '../host/host.js';
import { visibleLine } from '../lib/escape.js';
import type { Change } from '../output/terminal/observed.js';
import type { Display } from './watch.js';

/** The time of day, UTC as all times of the API are: `02:58:10`. */
export const clockOf = (at: number): string => new Date(at).toISOString().slice(11, 19);

/** One line a change on standard output; with `-f ndjson` one object. What failed in between is on standard error. */
export function changeWriter(host: Pick<Host, 'stdout' | 'stderr'>, form: 'lines' | 'objects'): Display {
  return {
    show: async ({ at, changes, failure }) => {
      for (const change of changes) await host.stdout.write(`${lineOf(change, at, form === 'objects')}\n`);
      if (failure !== undefined) await host.stderr.write(`${clockOf(at)} ${failure.message}\n`);
    },
    close: () => undefined,
  };
}

/** `02:58:10 web01 ACTIVE -> REBOOT`; the column is named where it is not the state. */
function lineOf({ id, name, column, from, to, isMain }: Change, at: number, isJson: boolean): string {
  if (isJson) {
    return JSON.stringify({
      time: new Date(at).toISOString(),
      id,
      name,
      column: column ?? null,
      from: from ?? null,
      to: to ?? null,
    });
  }
  const what = column === undefined || isMain ? '' : `${column}: `;
  const said =
    from === undefined
      ? `appeared${to === undefined ? '' : `: ${to}`}`
      : to === undefined
        ? 'gone'
        : `${what}${from} -> ${to}`;
  return visibleLine(`${clockOf(at)} ${name} ${said}`);
}
