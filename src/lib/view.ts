/**
 * What a command hands to the renderers: columns and pages of items, or named fields. No command prints; no renderer
 * asks a server.
 */

/** Whose habits a table follows: alignment, the text of null, the text of nested values, what an empty list looks like. */
export type Style = 'nova' | 'keystone' | 'cliff';

export interface Column<Item = unknown> {
  /** As in the table's header, and as `-c` and `--sort-column` name it. */
  readonly title: string;
  /** For machines (JSON, YAML): the API's value, or what it means. */
  readonly value: (item: Item) => unknown;
  /** For people; a number stays one where it decides the order. Left out: the style's text of the value. */
  readonly text?: (item: Item) => string | number;
}

export interface Field {
  readonly name: string;
  readonly value: unknown;
  /** For people. Left out: the style's text of the value. */
  readonly text?: string;
}

export interface ListView {
  readonly kind: 'list';
  readonly style: Style;
  readonly columns: readonly Column[];
  /** Items page by page, as the server gives them; formats that can, write a page before the next one is there. */
  readonly pages: AsyncIterable<readonly unknown[]>;
  /** Title of the column by which the classic table is sorted; machine formats keep the server's order. */
  readonly sortBy?: string;
}

export interface ShowView {
  readonly kind: 'show';
  readonly style: Style;
  /** In the order in which machine formats show them; the classic table sorts them by name. */
  readonly fields: readonly Field[];
  /** Wrap the values of the table at this many columns, as `--wrap` asks; 0: never. */
  readonly wrap?: number;
}

/** Text as it is: help, an openrc, a console log. */
export interface TextView {
  readonly kind: 'text';
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

export type View = ListView | ShowView | TextView;
