import { isNested } from '../core/exact-number.js';
import { DEEPEST, tooDeep } from '../core/nesting.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { escaped, quotesOf, RAW, wordOf } from './yaml-scalar.js';

/** PyYAML breaks lines that have grown longer than this, at the next blank. */
const WIDTH = 80;
const INDENT = 2;

type Context = 'root' | 'sequence' | 'mapping' | 'key';

/**
 * Block YAML as PyYAML's emitter writes it (emitter.py with default_flow_style=False and allow_unicode=False); the
 * fields are that emitter's state, which decides about blanks and line breaks.
 */
export class YamlDocument {
  #out = '';
  #column = 0;
  #indent: number | undefined;
  /** The last character written separates what comes next. */
  #whitespace = true;
  /** Only indentation and indicators stand on this line so far. */
  #indention = true;
  #level = 0;

  get size(): number {
    return this.#out.length;
  }

  /** What has been written since the last call. */
  take(): string {
    const out = this.#out;
    this.#out = '';
    return out;
  }

  /** One element of the list that is the document: a mapping, whose keys are in order. */
  row(entries: readonly (readonly [string, unknown])[]): void {
    this.#indent = 0;
    this.#startLine();
    this.#indicator('-', { separate: true, indention: true });
    this.#level += 1;
    if (entries.length === 0) this.#empty('{', '}');
    else this.#pairs(entries);
    this.#level -= 1;
  }

  end(): void {
    this.#indent = undefined;
    this.#startLine();
  }

  /** Writes null, a boolean, a number, a text, an array, a Map or an object, whatever is in it. */
  node(value: unknown, context: Context = 'root'): void {
    if (!isNested(value)) {
      this.#scalar(value, context === 'key');
      return;
    }
    this.#level += 1;
    if (this.#level > DEEPEST) throw tooDeep();
    if (Array.isArray(value)) {
      if (value.length === 0) this.#empty('[', ']');
      else this.#sequence(value, context);
    } else {
      const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
      if (entries.length === 0) this.#empty('{', '}');
      else this.#mapping(entries);
    }
    this.#level -= 1;
  }

  #sequence(items: readonly unknown[], context: Context): void {
    const outer = this.#indent;
    const indentless = context === 'mapping' && !this.#indention;
    this.#indent = outer === undefined ? 0 : indentless ? outer : outer + INDENT;
    for (const item of items) {
      this.#startLine();
      this.#indicator('-', { separate: true, indention: true });
      this.node(item, 'sequence');
    }
    this.#indent = outer;
  }

  #mapping(entries: readonly (readonly [string, unknown])[]): void {
    this.#pairs(entries.toSorted(([a], [b]) => compareCodePoints(a, b)));
  }

  #pairs(entries: readonly (readonly [string, unknown])[]): void {
    const outer = this.#indent;
    this.#indent = outer === undefined ? 0 : outer + INDENT;
    for (const [key, value] of entries) {
      this.#startLine();
      if (isSimpleKey(key)) {
        this.node(key, 'key');
        this.#indicator(':');
      } else {
        this.#indicator('?', { separate: true, indention: true });
        this.node(key, 'mapping');
        this.#startLine();
        this.#indicator(':', { separate: true, indention: true });
      }
      this.node(value, 'mapping');
    }
    this.#indent = outer;
  }

  #empty(open: string, close: string): void {
    this.#indicator(open, { separate: true, whitespace: true });
    this.#indicator(close);
  }

  #scalar(value: unknown, key: boolean): void {
    const outer = this.#indent;
    this.#indent = (outer ?? 0) + INDENT;
    if (typeof value !== 'string') this.#plain(wordOf(value), !key);
    else {
      const quotes = quotesOf(value, key);
      if (quotes === 'none') this.#plain(value, !key);
      else if (quotes === 'single') this.#singleQuoted(value, !key);
      else this.#doubleQuoted(value, !key);
    }
    this.#indent = outer;
  }

  #plain(text: string, split: boolean): void {
    if (!this.#whitespace) this.#put(' ');
    this.#whitespace = false;
    this.#indention = false;
    const fits = !split || this.#column + text.length <= WIDTH;
    for (const part of fits ? [text] : text.split(/( +)/)) {
      if (part === ' ' && this.#column > WIDTH) {
        this.#startLine();
        this.#whitespace = false;
        this.#indention = false;
      } else {
        this.#put(part);
      }
    }
  }

  #singleQuoted(text: string, split: boolean): void {
    this.#indicator("'", { separate: true });
    let at = 0;
    for (const part of text.split(/( +|\n+)/)) {
      const inside = at > 0 && at + 1 < text.length;
      if (part === ' ' && this.#column > WIDTH && split && inside) {
        this.#startLine();
      } else if (part.startsWith('\n')) {
        this.#lineBreaks(part.length + 1);
        this.#startLine();
      } else {
        this.#put(part.replaceAll("'", "''"));
      }
      at += part.length;
    }
    this.#indicator("'");
  }

  #doubleQuoted(text: string, split: boolean): void {
    this.#indicator('"', { separate: true });
    const points = Array.from(text);
    let start = 0;
    for (let end = 0; end <= points.length; end++) {
      const char = points[end];
      if (char === undefined || !RAW.test(char)) {
        this.#put(points.slice(start, end).join(''));
        start = end;
        if (char !== undefined) {
          this.#put(escaped(char));
          start = end + 1;
        }
      }
      const inside = 0 < end && end < points.length - 1;
      if (inside && (char === ' ' || start >= end) && this.#column + (end - start) > WIDTH && split) {
        this.#put(`${points.slice(start, end).join('')}\\`);
        if (start < end) start = end;
        this.#startLine();
        this.#whitespace = false;
        this.#indention = false;
        if (points[start] === ' ') this.#put('\\');
      }
    }
    this.#indicator('"');
  }

  #put(text: string): void {
    this.#out += text;
    this.#column += text.length;
  }

  #indicator(sign: string, how: { separate?: boolean; whitespace?: boolean; indention?: boolean } = {}): void {
    this.#put(this.#whitespace || how.separate !== true ? sign : ` ${sign}`);
    this.#whitespace = how.whitespace === true;
    this.#indention = this.#indention && how.indention === true;
  }

  /** Goes to the current indentation, on a new line unless this one is still free up to there. */
  #startLine(): void {
    const indent = this.#indent ?? 0;
    if (!this.#indention || this.#column > indent || (this.#column === indent && !this.#whitespace)) {
      this.#lineBreaks(1);
    }
    if (this.#column < indent) {
      this.#whitespace = true;
      this.#put(' '.repeat(indent - this.#column));
    }
  }

  #lineBreaks(count: number): void {
    this.#out += '\n'.repeat(count);
    this.#column = 0;
    this.#whitespace = true;
    this.#indention = true;
  }
}

/** A key on one line, short enough to be looked ahead for; five of the 128 characters go to its tag, `!!str`. */
function isSimpleKey(key: string): boolean {
  return key !== '' && !key.includes('\n') && !/[\x85\u2028\u2029]/.test(key) && Array.from(key).length + 5 < 128;
}
