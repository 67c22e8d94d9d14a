import type { Column } from '../core/view.js';
import { atLeast } from '../lib/microversion.js';
import type { Session } from '../session/session.js';
import type { Context } from './context.js';

/** A column, and when it is there. */
export interface ColumnSpec<Item, O> extends Column<Item> {
  readonly when?: (options: O) => boolean;
  /** The Compute microversion that brought the column, and the one that took it away. */
  readonly since?: string;
  readonly until?: string;
}

export type Columns<Item, O> =
  | Readonly<Record<string, ColumnSpec<Item, O>>>
  /**
   * For columns that the options, `--verbose`, the data or the API decide; `first` is the first page, empty when there is
   * nothing.
   */
  | ((
      options: O,
      first: readonly Item[],
      session: Session,
      verbosity: Context<unknown, unknown>['verbosity'],
    ) => readonly Column<Item>[] | Promise<readonly Column<Item>[]>);

/** The columns of a table, and its pages again, where looking at the first one decided them. */
export async function chooseColumns<Item, O>(
  columns: Columns<Item, O>,
  { options, session, verbosity }: Pick<Context<O, unknown>, 'options' | 'session' | 'verbosity'>,
  pages: AsyncIterable<readonly Item[]>,
): Promise<{ columns: readonly Column<Item>[]; pages: AsyncIterable<readonly Item[]> }> {
  if (typeof columns !== 'function') {
    const wanted = Object.values(columns).filter((column) => column.when?.(options) ?? true);
    if (wanted.every(({ since, until }) => since === undefined && until === undefined))
      return { columns: wanted, pages };
    const version = await session.microversion();
    const has = ({ since, until }: ColumnSpec<Item, O>): boolean =>
      (since === undefined || atLeast(version, since)) && (until === undefined || !atLeast(version, until));
    return { columns: wanted.filter(has), pages };
  }
  const iterator = pages[Symbol.asyncIterator]();
  const first = await iterator.next();
  const page = first.done ? [] : first.value;
  return { columns: await columns(options, page, session, verbosity), pages: resume(page, iterator) };
}

async function* resume<T>(first: readonly T[], rest: AsyncIterator<readonly T[]>): AsyncGenerator<readonly T[]> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
