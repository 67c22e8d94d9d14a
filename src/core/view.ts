import type { Failure } from './errors.js';
import type { AnyNumber } from './exact-number.js';
import type { ExitReason } from './exit-codes.js';

/**
 * What a command hands to the renderers: columns and pages of items, or named fields. No command prints; no renderer
 * asks a server. How a table looks is the client's affair (`classic/`).
 */

/** Kinds of things to which ids in a column may belong. */
export type Reference = 'project' | 'user' | 'flavor' | 'image' | 'host' | 'network';

export interface Column<Item = unknown> {
  /** As in the table's header, and as `-c` and `--sort-column` name it. */
  readonly title: string;
  /** For machines (JSON, YAML): the API's value, or what it means. */
  readonly value: (item: Item) => unknown;
  /** For people; a number stays one where it decides the order. Left out: the client's text of the value. */
  readonly text?: (item: Item) => string | AnyNumber;
  /** Every value is a list or an object, and the text is made without it. */
  readonly isNested?: true;
  /** What the ids in this column are: `project`, `user`, `flavor`, `image`, `host`. Names for them come from one more list. */
  readonly refersTo?: Reference;
  /** What the classic table sorts by where that is not the text: Python compares lists, not what they look like. */
  readonly sort?: (item: Item) => string | AnyNumber;
  /** How many columns of a terminal it takes in the classic table at most: longer lines are folded between words. */
  readonly maxWidth?: number;
}

export interface Field {
  readonly name: string;
  readonly value: unknown;
  /** For people. Left out: the client's text of the value. */
  readonly text?: string;
  /** Early releases of the client have no such text. */
  readonly isLaterText?: true;
  /** Too long for a table: the classic text has a line below it, `<below>: <text>`. */
  readonly footnote?: string;
}

export interface ListView {
  readonly kind: 'list';
  /** What stands before all other columns, whatever `-c` picks: where the row comes from. */
  readonly leading?: readonly Column[];
  readonly columns: readonly Column[];
  /** Those that early releases of the client show, where they are others. */
  readonly earlyColumns?: readonly Column[];
  /** What `-c` chooses from, in its own order, where that is more than what is shown without it. */
  readonly choosable?: readonly Column[];
  /** What is shown, whatever `-c` says: it has been chosen (`selection/`). */
  readonly chosen?: readonly Column[];
  /** By what `--sort-column` sorts, the first has priority; left out: the columns of these titles. */
  readonly sortedBy?: readonly Column[];
  /** So many rows at most, of those that have been sorted. */
  readonly most?: number;
  /** Items page by page, as the server gives them; formats that can, write a page before the next one is there. */
  readonly pages: AsyncIterable<readonly unknown[]>;
  /**
   * Title of the column by which the classic table is sorted, false for none; left out: as the client sorts. Other
   * formats have that order, too.
   */
  readonly sortBy?: string | false;
  /** The classic text where it is no table: `-f table` writes these lines instead, unless `-c` picks columns. */
  readonly lines?: Lines;
  /** The classic table centres its cells, whatever the client's other tables do. */
  readonly align?: 'centre';
  /** What stands above the classic table, without its last newline. */
  readonly header?: string;
  /** What the classic text is when there are no rows, without its newline; left out: an empty table. */
  readonly empty?: string;
  /** What stands below the classic table, without its last newline; asked once all rows have been read. */
  readonly footer?: () => string | undefined;
  /** What is waited for once all rows have been written; nothing of it is shown. */
  readonly after?: () => Promise<void>;
  /** How the run ends; asked once everything has been shown. Left out: all is well. */
  readonly exitReason?: () => ExitReason;
}

/** printf-like lines, as the *-manage programs write them. */
export interface Lines {
  /** What stands above all rows, without its last newline; true: the columns' titles, written as a row is. */
  readonly head?: string | true;
  /**
   * What one row becomes, without its last newline; cells are the columns' texts. `above` are the cells of the row
   * before, for headings of groups.
   */
  readonly line: (cells: readonly string[], above?: readonly string[]) => string;
  /** Written below the head when there are no rows. */
  readonly empty?: string;
  /** What stands below all rows, if there are any or there is a head; without its last newline. Asked at the end. */
  readonly footer?: string | (() => string);
}

export interface ShowView {
  readonly kind: 'show';
  /** What stands above all other fields, whatever `-c` picks and however they are sorted: where they come from. */
  readonly leading?: readonly Field[];
  /** In the order in which machine formats show them; the classic table sorts them by name. */
  readonly fields: readonly Field[];
  /** What is shown of them, and beside them, whatever `-c` says: it has been chosen (`selection/`). */
  readonly chosen?: readonly Field[];
  /** The object that it is, where that is wanted in the place of its fields. */
  readonly raw?: unknown;
  /** The titles of the classic table's two columns, where they are not the client's own. */
  readonly titles?: readonly [string, string];
  /** Wrap the values of the table at this many columns, as `--wrap` asks; 0: never. */
  readonly wrap?: number;
  /** What stands above the classic table as it is, with its newlines. */
  readonly header?: string;
  /** The classic client says nothing: only other formats show the fields. */
  readonly isQuiet?: boolean;
  /** What comes below the classic table, bit by bit; other formats show none of it, but wait until it has come. */
  readonly after?: AsyncIterable<string>;
}

/** Text as it is: help, an openrc, a console log. */
export interface TextView {
  readonly kind: 'text';
  readonly chunks: AsyncIterable<string> | Iterable<string>;
  /** It goes on until the person ends it: each piece is shown as it comes. */
  readonly isLive?: boolean;
  /** How the run ends; asked once everything has been shown. Left out: all is well. */
  readonly exitReason?: () => ExitReason;
}

/** Bytes as they are, whatever `-f` says: an image that goes to standard output. */
export interface BytesView {
  readonly kind: 'bytes';
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Command lines with a sentence about each, to be run on one embedded cloud: `stackline demo`. */
export interface TourView {
  readonly kind: 'tour';
  readonly opening: string;
  readonly steps: readonly TourStep[];
  readonly ending: string;
}

export interface TourStep {
  readonly sentence: string;
  /** What one would type behind our own name; it may end with `| sort`. */
  readonly line: string;
}

/** Several tables under one another: `nova endpoints`, `nova limits`, `keystone catalog`. */
export interface SectionsView {
  readonly kind: 'sections';
  readonly parts: AsyncIterable<Section>;
  /** How the run ends; asked once everything has been shown. Left out: all is well. */
  readonly exitReason?: () => ExitReason;
}

export interface Section {
  /** Its key in JSON and YAML. Parts with the same key become one list. */
  readonly title: string;
  /** What stands above the classic table, without its last newline. */
  readonly header?: string;
  readonly view: ListView | ShowView;
}

/** What became of one target of a command that changes something. */
export interface Outcome {
  /** The target as it was typed. */
  readonly given: string;
  readonly id?: string;
  /** The classic client's sentence; undefined where it says nothing. */
  readonly said?: string;
  /** Why it was not done. */
  readonly error?: Failure;
  /** What the service went on with has come to its end; left out: it was accepted, and nobody waited. */
  readonly isDone?: boolean;
}

/**
 * One row per target, in the order in which they were typed. The others go on when one fails; then the run ends with
 * `refused` as its error, exit code 1, or 5 with an outcome of which nothing is known.
 */
export interface OutcomesView {
  readonly kind: 'outcomes';
  readonly outcomes: AsyncIterable<Outcome>;
  /** Instead of them for rows, where somebody waits: each with its end, once all have come to it. */
  readonly ended?: AsyncIterable<Outcome>;
  /** What is said at the end when any target failed; left out: how many of how many; empty: no more than has been said. */
  readonly refused?: string;
  /** When the classic client says that sentence; left out: if any target failed. The exit code is 1 in any case. */
  readonly refusedIf?: 'all fail';
  /** The classic client's line on standard output about a target that failed; left out: its error goes to standard error. */
  readonly failedLine?: (outcome: Outcome, error: Failure) => string;
  /** What comes below all lines if no target failed, bit by bit; other formats wait for it, too, and show none of it. */
  readonly after?: AsyncIterable<string>;
}

export type View = ListView | ShowView | TextView | SectionsView | OutcomesView;

/** What a command may come to: a view to be rendered, bytes, or a tour. */
export type CommandView = View | BytesView | TourView;
