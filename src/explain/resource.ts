/** A thing that lists and shows print, and what its fields mean. */
export interface Explained {
  readonly name: string;
  /** Other names by which it is asked for, with blanks between them. */
  readonly aliases?: string;
  /** The commands that print these fields. */
  readonly printedBy: readonly string[];
  /**
   * A line for each field: `name: meaning`, or `name [Column] since 2.9: meaning`, where it has another name in a list
   * (several with commas) and a microversion brought it. What is the same of many things is in `common.ts`.
   */
  readonly fields: string;
}
