import type { Screen } from '../../core/screen.js';
import type * as Colors from '../color.js';
import { columnsOf } from '../wide.js';
import { type Fit, fit, type Measured } from './fit.js';
import { fold, leastWidths } from './fold.js';
import { type Glyphs, glyphs } from './glyphs.js';
import { isState, toneOf } from './states.js';

interface Looks {
  readonly screen: Screen;
  readonly colors?: typeof Colors;
}

/** Words up to this length are not cut, either, while a column can be left out; up to the other one never. */
const WORD = 16;
const SHORT_WORD = 8;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A table whose widths are decided by the first rows that it is given. */
export class FittedTable {
  readonly #titles: readonly string[];
  readonly #looks: Looks;
  readonly #glyphs: Glyphs;
  readonly #mayHide: boolean;
  /** The first cell of each row is the name of what stands in the second. */
  readonly #isNamed: boolean;
  #fit: Fit | undefined;
  #numeric: readonly boolean[] = [];
  /** Columns whose texts have the mark of a state before them, or as much room. */
  #marked: readonly boolean[] = [];

  constructor(titles: readonly string[], looks: Looks, mayHide: boolean, { isNamed = false } = {}) {
    this.#titles = titles;
    this.#looks = looks;
    this.#glyphs = glyphs(looks.screen.isUnicode);
    this.#mayHide = mayHide;
    this.#isNamed = isNamed;
  }

  get isBegun(): boolean {
    return this.#fit !== undefined;
  }

  /** The lines of these rows of readable texts, below the head if they are the first ones. */
  take(rows: readonly (readonly string[])[]): { readonly lines: string; readonly isFirst: boolean } {
    const isFirst = this.#fit === undefined;
    if (isFirst) this.#measure(rows);
    if (this.#isStacked)
      return { lines: rows.map((row, at) => this.#record(row, isFirst && at === 0)).join(''), isFirst };
    const head = isFirst ? this.#rule('top') + this.#row(this.#titles, 'head') + this.#rule('middle') : '';
    return { lines: head + rows.map((row) => this.#row(row, 'body')).join(''), isFirst };
  }

  /** Not even the most important columns have room beside each other. */
  get #isStacked(): boolean {
    return this.#fit?.isTooWide === true && !this.#isNamed && this.#titles.length > 1;
  }

  /** The last line, and how to see what was left out. */
  end(): string {
    if (this.#isStacked) return '';
    const { screen, colors } = this.#looks;
    const shown = this.#fit?.shown ?? [];
    const hidden = this.#titles.filter((_, at) => !shown.includes(at));
    if (hidden.length === 0 || !screen.hasHints) return this.#rule('bottom');
    const what = hidden.length === 1 ? '1 column hidden' : `${hidden.length} columns hidden`;
    // What there is no room for as a whole is named as far as it goes.
    const [first = what] = fold(`${what}: --wide (${hidden.join(', ')})`, screen.columns ?? Number.POSITIVE_INFINITY);
    const hint = first.endsWith(')') ? first : `${what}: --wide`;
    return `${this.#rule('bottom')}${colors?.dim(hint) ?? hint}\n`;
  }

  #measure(rows: readonly (readonly string[])[]): void {
    this.#numeric = this.#titles.map(
      (_, at) => !this.#isNamed && rows.length > 0 && rows.every((row) => NUMBER.test(row[at] ?? '')),
    );
    this.#marked = this.#titles.map((_, at) => !this.#isNamed && rows.some((row) => this.#tone(row, at) !== undefined));
    const columns = this.#titles.map((title, at): Measured => {
      const blanks = this.#marked[at] ? 2 : 0;
      const head = leastWidths(title);
      let [natural, atom, piece, short] = [columnsOf(title), 0, head.piece, head.piece];
      for (const row of rows) {
        const text = row[at] ?? '';
        const mark = this.#isNamed && this.#tone(row, at) !== undefined ? 2 : blanks;
        const width = mark + Math.max(...text.split('\n').map(columnsOf));
        natural = Math.max(natural, width);
        const parts = leastWidths(text);
        atom = Math.max(atom, parts.atom);
        // States and numbers stay whole.
        const isWhole = isState(title) || this.#numeric[at];
        piece = Math.max(piece, isWhole ? width : Math.min(parts.piece, WORD));
        short = Math.max(short, isWhole ? width : Math.min(parts.piece, SHORT_WORD));
      }
      return { title, natural, least: Math.max(atom, piece), hard: Math.max(atom, short) };
    });
    const { columns: total, isWide } = this.#looks.screen;
    this.#fit =
      total === undefined || isWide
        ? { shown: columns.map((_, at) => at), widths: columns.map(({ natural }) => natural), isTooWide: false }
        : fit(columns, total, this.#mayHide);
  }

  /** Is it new since the last look? Rows are told apart by their ids, or by their first cells. */
  #isChanged(row: readonly string[], at: number): boolean {
    const { changed } = this.#looks.screen;
    if (changed === undefined || changed.size === 0) return false;
    if (this.#isNamed)
      return at === 1 && [...changed.values()].some((names) => names === 'all' || names.has(row[0] ?? ''));
    const id = this.#titles.findIndex((title) => /^(?:id|uuid)$/i.test(title));
    const columns = changed.get(row[Math.max(0, id)] ?? '');
    return columns === 'all' || (columns?.has(this.#titles[at] ?? '') ?? false);
  }

  /** What a cell means, by its column or by the name in front of it. */
  #tone(row: readonly string[], at: number) {
    return this.#isNamed
      ? at === 1
        ? toneOf(row[0] ?? '', row[1] ?? '')
        : undefined
      : toneOf(this.#titles[at] ?? '', row[at] ?? '');
  }

  #rule(which: 'top' | 'middle' | 'bottom'): string {
    const [left, between, right] = this.#glyphs[which];
    const widths = this.#fit?.widths ?? [];
    return `${left}${widths.map((width) => this.#glyphs.across.repeat(width + 2)).join(between)}${right}\n`;
  }

  #row(row: readonly string[], part: 'head' | 'body'): string {
    const { shown, widths } = this.#fit as Fit;
    const { down } = this.#glyphs;
    const blocks = shown.map((at, place) => this.#block(row, at, widths[place] ?? 0, part));
    const isNew = part === 'body' && shown.some((at) => this.#isChanged(row, at));
    let out = '';
    for (let y = 0; y < Math.max(1, ...blocks.map((lines) => lines.length)); y++) {
      out += isNew && y === 0 ? '>' : down;
      for (const [place, lines] of blocks.entries()) {
        const { text, paint } = lines[y] ?? { text: '' };
        const blanks = ' '.repeat(Math.max(0, (widths[place] ?? 0) - columnsOf(text)));
        const painted = paint?.(text) ?? text;
        const isRight = this.#numeric[shown[place] ?? 0];
        out += ` ${isRight ? blanks + painted : painted + blanks} ${down}`;
      }
      out += '\n';
    }
    return out;
  }

  /** A row as lines of its own, each a title and its text, below a blank line. */
  #record(row: readonly string[], isFirst: boolean): string {
    const { columns: total = 80 } = this.#looks.screen;
    const names = Math.min(Math.max(...this.#titles.map(columnsOf)), total >> 1);
    const lines = this.#titles.flatMap((title, at) => {
      const heads = fold(title, names);
      const block = this.#block(row, at, Math.max(1, total - names - 2), 'body');
      return Array.from({ length: Math.max(heads.length, block.length) }, (_, y) => {
        const [head = '', { text, paint } = { text: '', paint: undefined }] = [heads[y], block[y]];
        const shown = this.#looks.colors?.bold(head) ?? head;
        return `${shown}${' '.repeat(names + 2 - columnsOf(head))}${paint?.(text) ?? text}`.trimEnd();
      });
    });
    return `${isFirst ? '' : '\n'}${lines.join('\n')}\n`;
  }

  /** The lines of one cell, and how they are coloured. */
  #block(row: readonly string[], at: number, width: number, part: 'head' | 'body') {
    const { colors } = this.#looks;
    const text = row[at] ?? '';
    if (part === 'head') return fold(text, width).map((line) => ({ text: line, paint: colors?.bold }));
    const tone = this.#tone(row, at);
    const isMarked = tone !== undefined || (this.#marked[at] ?? false);
    const mark = tone === undefined ? ' ' : this.#glyphs.marks[tone];
    const paint = this.#isChanged(row, at) ? colors?.inverse : tone === undefined ? undefined : colors?.tones[tone];
    return fold(text, isMarked ? width - 2 : width).map((line, y) => ({
      text: isMarked ? `${y === 0 ? mark : ' '} ${line}` : line,
      paint,
    }));
  }
}
