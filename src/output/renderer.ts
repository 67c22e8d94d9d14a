import type { TableStyle } from '../classic/client.js';
import type { Screen } from '../core/screen.js';
import type { Column, Field, Lines, ListView } from '../core/view.js';

/** As `-f` names them. */
export const formats = [
  'table',
  'json',
  'yaml',
  'csv',
  'value',
  'ndjson',
  'shell',
  'markdown',
  'html',
  'prom',
] as const;

export type FormatName = (typeof formats)[number];

/** As `--quote` names them: Python's csv.QUOTE_* constants. */
export type Quote = 'all' | 'minimal' | 'none' | 'nonnumeric';

/** What the reader asked for: the output options of the command line, and whether a person is looking. */
export interface OutputOptions {
  /** The client whose tables are drawn. */
  readonly style: TableStyle;
  readonly format: FormatName;
  /** `-c`: titles of the columns, or names of the fields, to keep; empty keeps all. */
  readonly columns: readonly string[];
  /** `--sort-column`: titles, the first has priority. */
  readonly sortColumns: readonly string[];
  readonly sortDirection?: 'asc' | 'desc';
  readonly quote?: Quote;
  /** JSON on one line. */
  readonly noindent?: boolean;
  /** How wide a table is at most, in columns of a terminal: wider columns of it are folded. */
  readonly tableWidth?: number;
  /** A list without rows is the head of its table, whatever else the client prints. */
  readonly printEmpty?: boolean;
  /** What stands before the names of the shell's variables. */
  readonly variablePrefix?: string;
  /** What is shown, for formats that name it. */
  readonly source?: () => Promise<Source>;
  /** One table of several of which somebody else makes a whole. */
  readonly isPart?: boolean;
  /** Standard output is a terminal. */
  readonly tty: boolean;
  /** The terminal that tables are fitted to (`terminal/`); left out: they are the client's own wherever they go. */
  readonly screen?: Screen;
  /** Colour the words for states in tables. */
  readonly color?: boolean;
  /** Told when a column cannot be sorted because it mixes numbers and words. */
  readonly warn?: (message: string) => void;
}

/** Where rows come from. */
export interface Source {
  /** The program and the verb: `nova list`. */
  readonly line: string;
  /** What a row is about, as names of metrics have it: `server`, `volume_snapshot`. */
  readonly noun: string;
}

/** Takes text; what it returns is awaited, so that a slow reader slows the requests down. */
export type Write = (chunk: string) => void | Promise<void>;

/**
 * What a renderer wants in its cells. `text`: what people read; numbers stay numbers, everything else is a string.
 * `plain`: the API's scalar, or the column's text when the value is nested. `value`: what machines read, nested or not.
 */
export type Cells = 'text' | 'plain' | 'value';

export type Row = readonly unknown[];

/** Reads a cell from an item. */
export type CellReader = (item: unknown) => unknown;

export interface Listing {
  readonly style: TableStyle;
  readonly titles: readonly string[];
  /** Each row has one cell for each title, and one more when the table is sorted by a column that is not shown. */
  readonly pages: AsyncIterable<readonly Row[]>;
  /** For each title: how wide its column is at most (PrettyTable's max_width); its longer lines are folded between words. */
  readonly maxWidths?: readonly (number | undefined)[];
  /** What `--max-width` and its like leave a column at least; left out: 8, as cliff has it. */
  readonly leastWidth?: number;
  /** The cell by which a classic table sorts its rows. */
  readonly sortBy?: number;
  /** The classic text where it is no table. */
  readonly lines?: Lines;
  readonly header?: string;
  readonly empty?: string;
  readonly footer?: () => string | undefined;
}

export interface Showing {
  readonly style: TableStyle;
  /** Above all fields of a table. */
  readonly leading?: readonly Field[];
  readonly fields: readonly Field[];
  readonly wrap: number;
  readonly titles: readonly [string, string];
}

export interface Renderer {
  readonly cells: Cells;
  /** Puts the rows of a list in the order of the classic table (`table-order.ts`); tables sort themselves. */
  readonly order?: (
    view: Pick<ListView, 'pages'>,
    readers: readonly CellReader[],
    textOf: (column: Column) => CellReader,
    by: Column,
    style: TableStyle,
  ) => AsyncIterable<readonly Row[]>;
  /** The style of the client's tables as it is here. */
  readonly styled?: (style: TableStyle) => TableStyle;
  list(listing: Listing, choice: OutputOptions, write: Write): Promise<void>;
  show(showing: Showing, choice: OutputOptions, write: Write): Promise<void>;
}

/** Output is handed over in pieces of about this many characters. */
export const CHUNK = 65_536;
