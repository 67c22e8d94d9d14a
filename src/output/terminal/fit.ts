/** A column of a table, as far as its width is to be decided. */
export interface Measured {
  readonly title: string;
  /** As wide as its widest line. */
  readonly natural: number;
  /** What is never cut in it, or the longest part of its words: it is not narrower while something can be left out. */
  readonly least: number;
  /** The same where words may be cut: it is never narrower. */
  readonly hard: number;
}

export interface Fit {
  /** The indices of the columns that are shown, in order. */
  readonly shown: readonly number[];
  /** The width of each of those. */
  readonly widths: readonly number[];
  /** The table is wider than the terminal all the same. */
  readonly isTooWide: boolean;
}

/** A column of text is not folded to less than this while there is something to leave out instead. */
const COMFORT = 18;

/** What a row is recognized by, and what one looks for in it: never left out. */
const KEY =
  /^(?:cloud|region|id|uuid|name|display[ _]name|status|state|result|check|property|field|value|host|alive|networks?|addresses)$/i;

/** Left out first, from the last to the first of these. */
const MINOR: readonly RegExp[] = [
  /^(?:size|ram|vcpus|type|zone)$/i,
  /(?:project|tenant|user)/i,
  /(?:updated|created|deleted|expires|launched|terminated|time|date|_at$| at$)/i,
  /(?:description|reason|power[ _]state|availability[ _]zone)/i,
  /(?:task[ _]state|metadata|properties|extra[ _]specs|capabilities|links?|tags?|checksum|swap|ephemeral|rxtx)/i,
];

/** The greater, the sooner a column is left out; undefined: never. */
function expendability(title: string, index: number): number | undefined {
  if (index === 0 || KEY.test(title)) return undefined;
  const minor = MINOR.findIndex((pattern) => pattern.test(title));
  // What nothing is known of comes before what is known to be minor; of two alike the right one goes.
  return (minor <= 0 ? minor : minor + 1) * 1000 + index;
}

/**
 * Which columns of a table are shown on a terminal, and how wide: the least important ones are left out until the others
 * can be folded to what is left; nothing is narrower than what must not be cut, so that a table may be wider than that.
 *
 * @param total columns of the terminal
 * @param mayHide may columns be left out?
 */
export function fit(columns: readonly Measured[], total: number, mayHide: boolean): Fit {
  const comfort = columns.map(({ natural, least }) => Math.min(natural, Math.max(least, COMFORT)));
  const least = columns.map((column) => Math.min(column.natural, column.least));
  const hard = columns.map((column) => Math.min(column.natural, column.hard));
  const room = (shown: readonly number[]): number => total - 1 - 3 * shown.length;
  const sum = (shown: readonly number[], widths: readonly number[]): number =>
    shown.reduce((all, at) => all + (widths[at] ?? 0), 0);
  const fits = (shown: readonly number[], widths: readonly number[]): boolean => sum(shown, widths) <= room(shown);
  const natural = columns.map((column) => column.natural);
  let shown = columns.map((_, at) => at);
  if (fits(shown, natural)) return { shown, widths: natural, isTooWide: false };
  const expendable = mayHide
    ? shown
        .flatMap((at) => {
          const how = expendability(columns[at]?.title ?? '', at);
          return how === undefined ? [] : [{ at, how }];
        })
        .sort((a, b) => b.how - a.how)
    : [];
  /** Minor columns go for the comfort of the others, the rest only where nothing else helps. */
  for (const [widths, from] of [
    [comfort, 2000],
    [least, Number.NEGATIVE_INFINITY],
  ] as const) {
    for (const { at, how } of expendable) {
      if (fits(shown, widths)) break;
      if (how >= from) shown = shown.filter((one) => one !== at);
    }
  }
  const base = [comfort, least].find((widths) => fits(shown, widths)) ?? hard;
  // What was left out may have been wider than there was need for.
  for (const { at } of expendable.toReversed()) {
    const more = [...shown, at].sort((a, b) => a - b);
    if (!shown.includes(at) && fits(more, comfort)) shown = more;
  }
  return { shown, widths: spread(shown, base, natural, room(shown)), isTooWide: !fits(shown, base) };
}

/** Divides what is left among those that want more, the most modest ones first. */
function spread(
  shown: readonly number[],
  base: readonly number[],
  natural: readonly number[],
  room: number,
): readonly number[] {
  const widths = shown.map((at) => base[at] ?? 0);
  let left = room - widths.reduce((all, width) => all + width, 0);
  const wants = shown
    .map((at, index) => ({ index, more: (natural[at] ?? 0) - (base[at] ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => a.more - b.more);
  for (const [done, { index, more }] of wants.entries()) {
    const given = Math.max(0, Math.min(more, Math.floor(left / (wants.length - done))));
    widths[index] = (widths[index] ?? 0) + given;
    left -= given;
  }
  return widths;
}
