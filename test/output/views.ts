import type { Column, ListView, ShowView, Style, View } from '../../src/core/view.js';
import { type Choice, render } from '../../src/output/index.js';

/** A list view over rows of cells: the nth column's value is the nth cell. */
export function listOf(
  style: Style,
  titles: readonly string[],
  rows: readonly (readonly unknown[])[],
  more: { sortBy?: string; pageSize?: number; columns?: readonly Column[] } = {},
): ListView {
  const columns = titles.map((title, index) => ({
    title,
    value: (row: unknown) => (row as readonly unknown[])[index],
  }));
  return { kind: 'list', style, columns: more.columns ?? columns, pages: pagesOf(rows, more.pageSize ?? 3), ...more };
}

export function showOf(style: Style, fields: readonly (readonly [string, unknown])[], wrap = 0): ShowView {
  return { kind: 'show', style, fields: fields.map(([name, value]) => ({ name, value })), wrap };
}

export async function* pagesOf<Item>(rows: readonly Item[], size: number): AsyncGenerator<readonly Item[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** Everything that a view prints. */
export async function printed(view: View, choice: Partial<Choice> = {}): Promise<string> {
  let out = '';
  await render(view, { format: 'table', columns: [], sortColumns: [], tty: false, ...choice }, (chunk) => {
    out += chunk;
  });
  return out;
}

/** Lines as a screen shows them, each with its newline. */
export function screen(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
