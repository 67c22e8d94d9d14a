/** What is said when a run is ended in the middle of its changes. */
import type { Host } from '../../host/host.js';
import { visibleLine } from '../../lib/escape.js';

export interface Tracking {
  /** For `Context.track`. */
  readonly track: (given: string, state: 'begun' | 'done' | 'failed') => void;
  /** The run has come to its end. */
  readonly over: () => void;
}

/** So many names are listed, and the number of the others. */
const MOST = 20;

/**
 * Follows the targets of a command. If the process ends before all is over, by Ctrl-C or another signal, it is said what
 * was done, what may have been, and what was not.
 *
 * @param targets in the order in which they are worked on
 * @param isChanged has anything been sent?
 */
export function tracking(
  { stderr, untilEnd }: Pick<Host, 'stderr' | 'untilEnd'>,
  targets: () => readonly string[],
  isChanged: () => boolean,
): Tracking {
  const states = new Map<string, string>();
  const over = untilEnd(() => {
    const all = [...new Set(targets())];
    if (!isChanged() || all.length === 0) return;
    const of = (state: string | undefined): readonly string[] => all.filter((given) => states.get(given) === state);
    const lines = [
      ['done', of('done')],
      ['refused', of('failed')],
      ['not known whether it was done', of('begun')],
      ['not begun', of(undefined)],
    ] as const;
    const said = lines.flatMap(([what, names]) => (names.length === 0 ? [] : [`${what}: ${listed(names)}\n`]));
    void stderr.write(`\nInterrupted.\n${said.join('')}`);
  });
  return { track: (given, state) => void states.set(given, state), over };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST).map(visibleLine).join(', ');
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}
