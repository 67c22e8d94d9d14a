import { distance } from 'fastest-levenshtein';

export { distance };

/** One wrong letter, of a word of more than three, or two letters that changed places. */
export function isSlip(typed: string, name: string): boolean {
  const away = typed.length < 4 ? 9 : distance(typed, name);
  return away <= 1 || (away === 2 && [...typed].sort().join('') === [...name].sort().join(''));
}

/** What was probably meant: the known name nearest to the typed one, if it is near enough to be a slip. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(typed.length / 3));
  let best: { readonly name: string; readonly away: number } | undefined;
  for (const name of known) {
    // So much is away at least.
    if (Math.abs(name.length - typed.length) > limit) continue;
    const away = distance(typed, name);
    if (away <= limit && (best === undefined || away < best.away)) best = { name, away };
  }
  return best?.name;
}
