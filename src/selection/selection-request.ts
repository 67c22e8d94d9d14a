import type { TableStyle } from '../classic/client.js';
import type { Expression } from './expression.js';
import type { NameBook } from './name-book.js';
import type { Watched } from './watched-session.js';

/** What the options say of the rows and columns that are wanted. */
export interface SelectionRequest {
  /** `-c`. */
  readonly column: readonly string[];
  /** `-C`. */
  readonly addColumn: readonly string[];
  readonly sortColumn: readonly string[];
  readonly where?: string;
  /** So many rows at most. */
  readonly maxItems?: number;
  /** JMESPath. */
  readonly query?: string;
  /** The API's own objects. */
  readonly raw: boolean;
  /** What is shown is one of several that are put together: with `raw` or `query`, objects and not their text. */
  readonly isPart: boolean;
  /** JSON on one line. */
  readonly noindent: boolean;
  /** One object a line. */
  readonly isByLine: boolean;
}

/** What a view is selected with. */
export interface Tools {
  readonly request: SelectionRequest;
  /** What `where` says. */
  readonly expression?: Expression;
  readonly watched: Omit<Watched, 'session'>;
  readonly book: NameBook;
  readonly style: TableStyle;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
