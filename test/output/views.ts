import type { TableStyle } from '../../src/classic/client.js';
import { cliffTables } from '../../src/classic/cliff.js';
import glance from '../../src/classic/glance.js';
import keystone from '../../src/classic/keystone.js';
import nova from '../../src/classic/nova.js';
import type { Column, ListView, ShowView, View } from '../../src/core/view.js';
import { type Choice, render } from '../../src/output/index.js';

const styles = { nova: nova.tables, glance: glance.tables, keystone: keystone.tables, cliff: cliffTables };

export type StyleName = keyof typeof styles;

/** A view, and the style in which `printed` shows it. */
type Styled<V extends View> = V & { readonly style: TableStyle };

/** A list view over rows of cells: the nth column's value is the nth cell. */
export function listOf(
  style: StyleName,
  titles: readonly string[],
  rows: readonly (readonly unknown[])[],
  more: { sortBy?: string; pageSize?: number; columns?: readonly Column[] } = {},
): Styled<ListView> {
  const columns = titles.map((title, index) => ({
    title,
    value: (row: unknown) => (row as readonly unknown[])[index],
  }));
  const pages = pagesOf(rows, more.pageSize ?? 3);
  return { kind: 'list', style: styles[style], columns: more.columns ?? columns, pages, ...more };
}

export function showOf(style: StyleName, fields: readonly (readonly [string, unknown])[], wrap = 0): Styled<ShowView> {
  return { kind: 'show', style: styles[style], fields: fields.map(([name, value]) => ({ name, value })), wrap };
}

export async function* pagesOf<Item>(rows: readonly Item[], size: number): AsyncGenerator<readonly Item[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** Everything that a view prints; as nova does, where it has no style. */
export async function printed(
  view: View & { readonly style?: TableStyle },
  choice: Partial<Choice> = {},
): Promise<string> {
  let out = '';
  const { style = styles.nova } = view;
  await render(view, { style, format: 'table', columns: [], sortColumns: [], tty: false, ...choice }, (chunk) => {
    out += chunk;
  });
  return out;
}

/** Lines as a screen shows them, each with its newline. */
export function screen(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
