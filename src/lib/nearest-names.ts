import { distance } from './nearest.js';

/**
 * All known names that are nearest to the typed one, if they are near enough to be a slip: for words of up to four
 * letters one letter, or two that changed places. Of a name of several words the last one counts.
 * @param limit how many letters may be wrong
 */
export function nearestNames(
  typed: string,
  known: readonly string[],
  limit = typed.length <= 4 ? 1 : Math.max(2, Math.floor(typed.length / 3)),
): readonly string[] {
  const sized = known.flatMap((name) => {
    const last = name.slice(name.lastIndexOf(' ') + 1);
    // So much is away at least.
    return Math.abs(last.length - typed.length) > limit ? [] : [{ name, away: awayFrom(typed, last) }];
  });
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
