import { distance } from './nearest.js';

/**
 * All known names that are nearest to the typed one, if they are near enough to be a slip: for words of up to four
 * letters one letter, or two that changed places. Of a name of several words the last one counts.
 */
export function nearestNames(typed: string, known: readonly string[]): readonly string[] {
  const limit = typed.length <= 4 ? 1 : Math.max(2, Math.floor(typed.length / 3));
  const sized = known.map((name) => ({ name, away: awayFrom(typed, name.slice(name.lastIndexOf(' ') + 1)) }));
  const best = Math.min(limit, ...sized.map(({ away }) => away));
  return sized.flatMap(({ name, away }) => (away <= best ? [name] : []));
}

/** Two neighbours that changed places are one slip, not two. */
function awayFrom(typed: string, name: string): number {
  for (let at = 0; at + 1 < typed.length; at += 1) {
    const swapped = typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2);
    if (swapped === name) return 1;
  }
  return distance(typed, name);
}
