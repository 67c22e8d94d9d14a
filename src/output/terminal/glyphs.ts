/** The lines of a table and the marks of states, with and without characters beyond ASCII. */
export interface Glyphs {
  /** Above the head, below it, and at the end: left corner, between columns, right corner. */
  readonly top: readonly [string, string, string];
  readonly middle: readonly [string, string, string];
  readonly bottom: readonly [string, string, string];
  readonly across: string;
  readonly down: string;
  /** What a state's colour means. */
  readonly marks: Readonly<Record<Tone, string>>;
}

/** What a state means for whoever looks for trouble. */
export type Tone = 'good' | 'bad' | 'between';

/** Each takes one column of a terminal, in every locale that knows it. */
const unicode: Glyphs = {
  top: ['┌', '┬', '┐'],
  middle: ['├', '┼', '┤'],
  bottom: ['└', '┴', '┘'],
  across: '─',
  down: '│',
  marks: { good: '✓', bad: '✗', between: '◦' },
};

const ascii: Glyphs = {
  top: ['+', '+', '+'],
  middle: ['+', '+', '+'],
  bottom: ['+', '+', '+'],
  across: '-',
  down: '|',
  marks: { good: '+', bad: '!', between: '~' },
};

/** What tables are drawn with on a terminal. */
export const glyphs = (isUnicode: boolean): Glyphs => (isUnicode ? unicode : ascii);
