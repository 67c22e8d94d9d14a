import type { TableStyle } from '../classic/client.js';
import { type AnyNumber, compareNumbers, isNumber } from '../core/exact-number.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { pythonNumber } from '../lib/python/repr.js';
import { type Align, aligned } from './align.js';
import type * as OddCells from './multiline-cells.js';
import { CHUNK, type Row, type Write } from './renderer.js';

/** Text of one line in which every character takes one column and hides nothing. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Colours a cell's text by the title of its column, without changing what it says. */
export type Paint = (title: string, text: string) => string;

/** A table before its widths are known: the header is row 0, the cells are one flat array of texts. */
export class TableLayout {
  readonly #style: TableStyle;
  readonly #columns: number;
  readonly #stride: number;
  readonly #sortBy: number | undefined;
  readonly #cells: string[] = [];
  readonly #widths: number[];
  /** How wide each column is at most; never less than its title. */
  #most: readonly number[] | undefined;
  readonly #aligns: Align[];
  readonly #sortKeys: (string | AnyNumber)[] = [];
  /** Cells that are not plain and not yet looked at. */
  #odd: number[] = [];
  readonly #oddRows = new Set<number>();
  #oddCells: typeof OddCells | undefined;
  /** Rows have been written, so the widths stay as they are. */
  #fixed = false;

  constructor(
    style: TableStyle,
    titles: readonly string[],
    sortBy: number | undefined,
    maxWidths?: readonly (number | undefined)[],
  ) {
    this.#style = style;
    this.#columns = titles.length;
    this.#stride = Math.max(titles.length, (sortBy ?? 0) + 1);
    this.#sortBy = sortBy;
    this.#widths = new Array<number>(this.#stride).fill(0);
    this.#most = maxWidths?.map((most = Infinity, column) => Math.max(most, titles[column]?.length ?? 0));
    this.#aligns = titles.map(() => (style.align === 'centre' ? 'centre' : 'left'));
    for (let column = 0; column < this.#stride; column++) this.#put(column, titles[column] ?? '');
  }

  get rows(): number {
    return this.#cells.length / this.#stride - 1;
  }

  /** True when cells wait for `settle`. */
  get unsettled(): boolean {
    return this.#odd.length > 0;
  }

  /** Takes texts, and numbers, by which the style may align their columns. */
  add(row: Row): void {
    if (this.#style.align === 'numbers-right' && this.rows === 0 && !this.#fixed) this.#alignBy(row);
    for (let column = 0; column < this.#stride; column++) {
      const cell = row[column];
      this.#put(column, typeof cell === 'number' ? pythonNumber(cell) : String(cell));
    }
    if (this.#sortBy !== undefined) {
      const key = row[this.#sortBy];
      this.#sortKeys.push(isNumber(key) ? key : (this.#cells[this.#cells.length - this.#stride + this.#sortBy] ?? ''));
    }
  }

  /** Makes hidden characters of odd cells visible and measures them. */
  settle(oddCells: typeof OddCells): void {
    this.#oddCells = oddCells;
    for (const at of this.#odd) {
      const column = at % this.#stride;
      const text = oddCells.readable(this.#cells[at] ?? '', at < this.#stride ? 'title' : this.#style.carriageReturn);
      const [most, whole] = [this.#most?.[column] ?? Infinity, oddCells.blockWidth(text)];
      this.#cells[at] = whole > most ? oddCells.foldedLines(text, most) : text;
      if (!this.#fixed) this.#widths[column] = Math.max(this.#widths[column] ?? 0, Math.min(whole, most));
      this.#oddRows.add(Math.floor(at / this.#stride));
    }
    this.#odd = [];
  }

  /** How wide each column is by now. */
  get widths(): readonly number[] {
    return this.#widths.slice(0, this.#columns);
  }

  /** Makes columns narrower, before anything is written: they are at most so wide, though never less than their titles. */
  narrow(most: readonly (number | undefined)[], oddCells: typeof OddCells): void {
    this.#oddCells = oddCells;
    this.#most = most.map((wanted, column) => {
      const width = Math.max(wanted ?? Infinity, oddCells.blockWidth(this.#cells[column] ?? ''));
      return Math.min(width, this.#most?.[column] ?? Infinity);
    });
    for (const [column, width] of this.#most.entries()) {
      if ((this.#widths[column] ?? 0) <= width) continue;
      this.#widths[column] = width;
      for (let at = this.#stride + column; at < this.#cells.length; at += this.#stride) {
        const text = this.#cells[at] ?? '';
        if (oddCells.blockWidth(text) <= width) continue;
        this.#cells[at] = oddCells.foldedLines(text, width);
        this.#oddRows.add(Math.floor(at / this.#stride));
      }
    }
  }

  /** The whole table. */
  async write(write: Write, paint?: Paint): Promise<void> {
    await this.writeRows(write, paint, this.rule());
  }

  /**
   * The rows that came since the last time, sorted among themselves, under the header if it is the first time. The
   * widths are then those of these rows for good: wider texts to come overflow.
   */
  async writeRows(write: Write, paint?: Paint, end = ''): Promise<void> {
    let out = this.#fixed ? '' : this.rule() + this.#row(0) + this.rule();
    const order = this.#order();
    for (let row = 1; row <= this.rows; row++) {
      out += this.#row(order === undefined ? row : (order[row - 1] ?? row), paint);
      if (out.length < CHUNK) continue;
      const written = write(out);
      out = '';
      if (written !== undefined) await written;
    }
    await write(out + end);
    this.#fixed = true;
    this.#cells.length = this.#stride;
    this.#sortKeys.length = 0;
    this.#oddRows.clear();
  }

  rule(): string {
    const widths = this.#widths.slice(0, this.#columns);
    return `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+\n`;
  }

  #put(column: number, text: string): void {
    if (!PLAIN.test(text) || text.length > (this.#most?.[column] ?? Infinity)) this.#odd.push(this.#cells.length);
    else if (!this.#fixed && text.length > (this.#widths[column] ?? 0)) this.#widths[column] = text.length;
    this.#cells.push(text);
  }

  #alignBy(row: Row): void {
    for (let column = 0; column < this.#columns; column++) {
      this.#aligns[column] = isNumber(row[column]) ? 'right' : 'left';
    }
  }

  #row(row: number, paint?: Paint): string {
    const base = row * this.#stride;
    if (this.#oddCells !== undefined && this.#oddRows.has(row)) {
      const cells = this.#cells.slice(base, base + this.#columns);
      const shown = (column: number, text: string) => paint?.(this.#cells[column] ?? '', text) ?? text;
      return this.#oddCells.oddRow(cells, this.#widths, this.#aligns, shown);
    }
    // PrettyTable's table without columns has both edges all the same.
    let line = this.#columns === 0 ? '||' : '|';
    for (let column = 0; column < this.#columns; column++) {
      const text = this.#cells[base + column] ?? '';
      const width = this.#widths[column] ?? 0;
      const align = this.#aligns[column] ?? 'left';
      if (paint === undefined && align === 'left') line += ` ${text.padEnd(width)} |`;
      else line += ` ${aligned(paint?.(this.#cells[column] ?? '', text) ?? text, text.length, width, align)} |`;
    }
    return `${line}\n`;
  }

  /** PrettyTable's order: by the chosen cell, then by the whole row; as in Python 2, numbers come before words. */
  #order(): readonly number[] | undefined {
    if (this.#sortBy === undefined) return undefined;
    const keys = this.#sortKeys;
    const order = keys.map((_, index) => index + 1);
    return order.sort((a, b) => compareKeys(keys[a - 1] ?? '', keys[b - 1] ?? '') || this.#compareRows(a, b));
  }

  #compareRows(a: number, b: number): number {
    for (let column = 0; column < this.#columns; column++) {
      const order = compareCodePoints(
        this.#cells[a * this.#stride + column] ?? '',
        this.#cells[b * this.#stride + column] ?? '',
      );
      if (order !== 0) return order;
    }
    return 0;
  }
}

/** PrettyTable's order of two cells: numbers come before words. */
export function compareKeys(a: string | AnyNumber, b: string | AnyNumber): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  if (typeof a !== 'string' && typeof b !== 'string') return compareNumbers(a, b);
  return typeof a === 'string' ? 1 : -1;
}
