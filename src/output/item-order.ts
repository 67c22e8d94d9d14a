import type { TableStyle } from '../classic/client.js';
import type { ListView } from '../core/view.js';
import type { CellReader } from './renderer.js';
import { classicSort } from './rows.js';
import { inTableOrder } from './table-order.js';
import { textOf } from './text.js';

/** The items of a list, page by page, in the order in which its rows are shown where it stands alone. */
export async function* inOwnOrder(view: ListView, style: TableStyle): AsyncGenerator<readonly unknown[]> {
  const by = classicSort(view, style);
  if (by === undefined) {
    yield* view.pages;
    return;
  }
  const reader = ({ text, value }: ListView['columns'][number]): CellReader =>
    text ?? ((item) => textOf(style.list, value(item)));
  const columns = view.chosen ?? view.columns;
  // What is put in order is the cells, which bring their item with them.
  const readers: readonly CellReader[] = [...columns.map(reader), (item) => item];
  for await (const rows of inTableOrder(view, readers, reader, by, style)) yield rows.map((row) => row.at(-1));
}
