/** What is said when a run is ended in the middle of its changes. */
import type { Context } from '../../command/context.js';
import type { Host } from '../../host/host.js';
import type { HttpRequest } from '../../http/transport.js';
import { showUrl } from '../../http/url.js';
import { visibleLine } from '../../lib/escape.js';
import { withDoneBefore } from './half-done.js';

type State = 'planned' | 'begun' | 'done' | 'failed' | 'ended';

/** The requests that have been sent, and what is known of them. */
export type Writes = Map<HttpRequest<unknown>, 'begun' | 'done' | 'failed'>;

export interface Tracking {
  readonly track: Context<unknown, unknown>['track'] & {};
  /** What was waited for of one of them has come to its end. */
  readonly ended: (given: string) => void;
  /** The run has come to its end. */
  readonly over: () => void;
  /** An error of work on one thing, with what was done of it before. */
  readonly half: (error: unknown) => unknown;
}

interface Tracked {
  /** In the order in which they are worked on. */
  readonly targets: () => readonly string[];
  readonly writes: Writes;
  /** Is the end of what was accepted waited for? */
  readonly isWaited: boolean;
}

/** So many names are listed, and the number of the others. */
const MOST = 20;

/**
 * Follows the targets of a command. If the process ends before all is over, by Ctrl-C or another signal, it is said what
 * was done, what may have been, and what was not; of a command that does not tell of its targets, by its requests.
 */
export function tracking(
  { stderr, untilEnd }: Pick<Host, 'stderr' | 'untilEnd'>,
  { targets, writes, isWaited }: Tracked,
): Tracking {
  const states = new Map<string, State>();
  const over = untilEnd(() => {
    if (writes.size === 0) return;
    const typed = targets();
    // Of a host that was typed it is its servers that are told of.
    const names = typed.some((given) => states.has(given)) ? [...typed, ...states.keys()] : states.keys();
    const all: readonly (readonly [string, State | undefined])[] =
      states.size > 0
        ? [...new Set(names)].map((given) => [given, states.get(given)])
        : [...writes].map(([{ method, url }, state]) => [`${method} ${showUrl(url)}`, state]);
    const of = (...wanted: readonly (State | undefined)[]): readonly string[] =>
      all.filter(([, state]) => wanted.includes(state)).map(([name]) => name);
    const lines = [
      ['done', isWaited ? of('ended') : of('done', 'ended')],
      ['accepted, its end was not waited for', isWaited ? of('done') : []],
      ['refused', of('failed')],
      ['not known whether it was done', of('begun')],
      ['not begun', of('planned', undefined)],
    ] as const;
    const said = lines.flatMap(([what, names]) => (names.length === 0 ? [] : [`${what}: ${listed(names)}\n`]));
    void stderr.write(`\nInterrupted.\n${said.join('')}`);
  });
  return {
    track: (given, state) => void states.set(given, state),
    ended: (given) => void (states.has(given) && states.set(given, 'ended')),
    over,
    // Each of several is told of by itself.
    half: (error) => (states.size > 1 ? error : withDoneBefore(error, writes)),
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST).map(visibleLine).join(', ');
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}
