import type { ExitReason } from '../../core/exit-codes.js';
import type { Column, ListView } from '../../core/view.js';
import { itemsOf } from '../../lib/items-of.js';
import type { Part, Place } from './part.js';

/** What ends a merged view. */
export interface End {
  /** Asked before an end without anything: @throws Quiet where all have failed */
  readonly check: () => void;
  readonly reason: () => ExitReason;
  /** Rejects with what ends the whole run. */
  readonly fatal: Promise<never>;
}

/** A row, and who has said it. */
export interface MergedRow {
  readonly place: Place;
  readonly part: Part;
  readonly item: unknown;
}

/** What stands before everything else. */
export const leading: readonly Column<{ readonly place: Place }>[] = [
  { title: 'Cloud', value: ({ place }) => place.cloud },
  { title: 'Region', value: ({ place }) => place.region },
];

/**
 * The lists of several clouds as one: their rows one cloud after the other, in the order of each; the columns of all of
 * them. Rows of the first cloud are there as soon as they have come, whatever the others do.
 *
 * @param options `most`: so many rows at most, of all of them; `isSorted`: they are sorted together before; `isWhole`: no row is there before all are
 */
export function mergeLists(
  parts: readonly Part[],
  end: End,
  {
    most,
    isSorted = false,
    isWhole = false,
  }: { readonly most?: number; readonly isSorted?: boolean; readonly isWhole?: boolean },
): ListView {
  const views = parts.map(({ view }) => view as ListView);
  const [first] = views;
  const all = (pick: (view: ListView) => readonly Column[] | undefined) => mergeColumns(parts, pick);
  const early = all((view) => view.earlyColumns);
  const choosable = all((view) => view.choosable);
  const chosen = views.some((view) => view.chosen !== undefined) ? all((view) => view.chosen ?? view.columns) : [];
  const sortedBy = all((view) => view.sortedBy);
  const header = views.every((view) => view.header === first?.header) ? first?.header : undefined;
  const rows = merged(parts, end, isSorted ? undefined : most);
  return {
    kind: 'list',
    leading: leading as readonly Column[],
    columns: all((view) => view.columns) as readonly Column[],
    pages: isWhole ? inOnePage(rows) : rows,
    sortBy: false,
    exitReason: end.reason,
    ...(early.length === 0 ? {} : { earlyColumns: early as readonly Column[] }),
    ...(choosable.length === 0 ? {} : { choosable: choosable as readonly Column[] }),
    ...(chosen.length === 0 ? {} : { chosen: chosen as readonly Column[] }),
    ...(sortedBy.length === 0 ? {} : { sortedBy: sortedBy as readonly Column[] }),
    ...(isSorted && most !== undefined ? { most } : {}),
    ...(header === undefined ? {} : { header }),
    ...(first?.align === undefined ? {} : { align: first.align }),
  };
}

/** Rows of all; each is read to its end, so that it does not depend on the time which of them have failed. */
export async function* merged(
  parts: readonly Part[],
  end: End,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly MergedRow[]> {
  let isEmpty = true;
  let left = most;
  for (const part of parts) {
    const pages = part.pages[Symbol.asyncIterator]();
    while (true) {
      const next = await Promise.race([pages.next(), end.fatal]);
      if (next.done) break;
      if (next.value.length === 0) continue;
      isEmpty = false;
      const items = next.value.slice(0, left);
      left -= items.length;
      if (items.length > 0) yield items.map((item) => ({ place: part.place, part, item }));
    }
  }
  if (isEmpty) end.check();
}

async function* inOnePage<T>(pages: AsyncIterable<readonly T[]>): AsyncGenerator<readonly T[]> {
  yield await itemsOf(pages);
}

/** The columns of all, by their titles, in the order in which they are first met. */
function mergeColumns(
  parts: readonly Part[],
  pick: (view: ListView) => readonly Column[] | undefined,
): readonly Column<MergedRow>[] {
  const byTitle = new Map<string, Map<Part, Column>>();
  for (const part of parts) {
    for (const column of pick(part.view as ListView) ?? []) {
      const known = byTitle.get(column.title) ?? new Map<Part, Column>();
      if (!known.has(part)) known.set(part, column);
      byTitle.set(column.title, known);
    }
  }
  return [...byTitle].map(([title, columns]) => mergedColumn(title, columns));
}

function mergedColumn(title: string, columns: ReadonlyMap<Part, Column>): Column<MergedRow> {
  const [one] = columns.values();
  const hasText = [...columns.values()].some(({ text }) => text !== undefined);
  const value = ({ part, item }: MergedRow): unknown => columns.get(part)?.value(item);
  const text = (row: MergedRow) => {
    const column = columns.get(row.part);
    return column === undefined ? '' : (column.text?.(row.item) ?? String(column.value(row.item) ?? ''));
  };
  return {
    title,
    value,
    ...(hasText ? { text } : {}),
    ...(one?.refersTo === undefined ? {} : { refersTo: one.refersTo }),
    ...(one?.maxWidth === undefined ? {} : { maxWidth: one.maxWidth }),
  };
}
