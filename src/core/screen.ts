/** The terminal that a person reads on, as far as a layout depends on it. */
export interface Screen {
  /** How many columns it has; undefined: it does not say, and nothing is fitted to it. */
  readonly columns?: number;
  /** Its locale has characters beyond ASCII, so that lines and marks may be drawn with them. */
  readonly isUnicode: boolean;
  /** All columns of a table, each as wide as it is (`--wide`). */
  readonly isWide: boolean;
  /** The columns, by the ids of rows, whose cells are new since the last look; of one thing, the names of its fields. */
  readonly changed?: ReadonlyMap<string, ReadonlySet<string> | 'all'>;
  /** Words beside the answer itself are wanted: how to see what was left out. */
  readonly hasHints: boolean;
}
