import { isNested, isNumber } from '../core/exact-number.js';
import { pythonText } from '../lib/python/repr.js';
import { CHUNK, type Row, type Source } from './renderer.js';

/** What a column is in the text format: the label that it may be, and the metric. */
interface Series {
  readonly title: string;
  readonly label: string;
  readonly metric: string;
  /** What its numbers are multiplied by. */
  readonly factor: number;
  /** Its numbers name things, and measure nothing. */
  readonly isId: boolean;
  /** It tells which thing a row is about, and goes with each measurement of it. */
  readonly isIdentity: boolean;
}

/** All samples of one name, which have to stand together. */
interface Family {
  readonly help: string;
  /** In pieces of about `CHUNK` characters. */
  readonly pieces: string[];
}

const ID = /(?:^|[ _-])(?:id|uuid)$/i;
const IDENTITY = /^(?:id|uuid|name|display[ _]name|host|(?:hypervisor[ _])?hostname)$/i;
/** ISO 8601 in UTC, as services write it, with a zone or without. */
const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|\+00:00)?$/;

/**
 * Rows as metrics of Prometheus: for each one a series `…_info`, whose labels are its texts and whose value is 1, and a
 * gauge for each of its numbers (in bytes where they are of storage), of its booleans (1 or 0) and of its times (seconds
 * since 1970). Rows that would be one
 * series are told apart by a label `row`.
 */
export class Metrics {
  readonly #name: string;
  readonly #line: string;
  readonly #families = new Map<string, Family>();
  /** How often there was an identity, by its fingerprint: the texts of all rows would be most of the list. */
  readonly #seen = new Map<number, number>();
  readonly #series = new Map<string, readonly Series[]>();

  constructor(source: Source | undefined) {
    this.#line = source?.line ?? 'a table';
    // Every name begins with ours, once.
    this.#name = `stackline_${nameOf(source?.noun ?? 'table').replace(/^stackline_/, '')}`;
  }

  /** What stands above the series of rows. */
  get infoHead(): string {
    return this.#head('info', `1 for each row of ${this.#line}, whose texts are its labels.`);
  }

  /**
   * Takes a row.
   * @param table of several tables: which one it is in
   * @returns its series `…_info`, which the caller writes together with the others; its gauges are kept for `gauges`
   */
  add(titles: readonly string[], row: Row, table?: string): string {
    const all = this.#seriesOf(titles);
    const hasId = all.some(({ label }, at) => (label === 'id' || label === 'uuid') && row[at] !== null);
    let labels = table === undefined ? '' : `table="${labelText(table)}",`;
    let identity = labels;
    const values: [Series, string, string][] = [];
    for (const [at, one] of all.entries()) {
      const cell = row[at] ?? null;
      // To Prometheus an empty label is none.
      if (cell === null || cell === '') continue;
      const [suffix, value] = one.isId ? [] : measured(cell, one.factor);
      if (suffix !== undefined && value !== undefined) values.push([one, suffix, value]);
      else {
        const label = `${one.label}="${labelText(cell)}",`;
        labels += label;
        if (!hasId || one.isIdentity) identity += label;
      }
    }
    const print = fingerprintOf(identity);
    const count = (this.#seen.get(print) ?? 0) + 1;
    this.#seen.set(print, count);
    const again = count === 1 ? '' : `row="${count}",`;
    for (const [{ title, metric }, suffix, value] of values) {
      const name = metric + suffix;
      const family = this.#families.get(name) ?? { help: `${title} of ${this.#line}.`, pieces: [] };
      const last = (family.pieces.at(-1) ?? '').length < CHUNK ? (family.pieces.pop() ?? '') : '';
      family.pieces.push(last + sample(`${this.#name}_${name}`, identity + again, value));
      this.#families.set(name, family);
    }
    return sample(`${this.#name}_info`, labels + again, '1');
  }

  /** The gauges of all rows, family by family, in pieces. */
  *gauges(): Generator<string> {
    for (const [name, { help, pieces }] of this.#families) {
      yield this.#head(name, help);
      yield* pieces;
    }
  }

  /** How many rows there are, for a list that may be empty. */
  rows(count: number): string {
    return `${this.#head('rows', `How many rows ${this.#line} has.`)}${this.#name}_rows ${count}\n`;
  }

  #head(name: string, help: string): string {
    const text = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
    return `# HELP ${this.#name}_${name} ${text}\n# TYPE ${this.#name}_${name} gauge\n`;
  }

  /** The columns of a table, each with names of its own. */
  #seriesOf(titles: readonly string[]): readonly Series[] {
    const key = titles.join('\n');
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    const labels = new Set(['row', 'table']);
    const metrics = new Set(['info', 'rows']);
    const made = titles.map((title) => {
      const label = unused(nameOf(title), labels);
      const { metric, factor } = metricOf(label);
      const kind = { isId: ID.test(title), isIdentity: IDENTITY.test(title) };
      return { title, label, metric: unused(metric, metrics), factor, ...kind };
    });
    this.#series.set(key, made);
    return made;
  }
}

/**
 * 53 bits of a text (cyrb53). Two texts in a hundred million rows may have the same: one of them has a label `row` then
 * that it would not need.
 */
function fingerprintOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

const sample = (name: string, labels: string, value: string): string =>
  labels === '' ? `${name} ${value}\n` : `${name}{${labels.slice(0, -1)}} ${value}\n`;

/** OpenStack's units of storage, all of them powers of 1,024, by how a word of a name says them. */
const UNITS: Readonly<Record<string, number>> = {
  kb: 2 ** 10,
  kib: 2 ** 10,
  mb: 2 ** 20,
  mib: 2 ** 20,
  gb: 2 ** 30,
  gib: 2 ** 30,
};

/**
 * A column's name as that of a metric, and what its numbers are to be multiplied by: base units at the end, and no ending
 * that belongs to counters and histograms (prometheus.io, Metric and label naming).
 */
function metricOf(name: string): { readonly metric: string; readonly factor: number } {
  const words = name.split('_');
  const unit = words.find((word) => word in UNITS);
  // What is measured in MiB-hours has no base unit.
  if (unit !== undefined && !words.includes('hours')) {
    const rest = words.filter((word) => word !== unit);
    return { metric: [...rest, 'bytes'].join('_'), factor: UNITS[unit] ?? 1 };
  }
  return { metric: /(?:^|_)(?:count|sum|total|bucket|info)$/.test(name) ? `${name}_value` : name, factor: 1 };
}

/** A value that can be measured: what its metric's name ends with, and the number. */
function measured(cell: unknown, factor: number): [suffix: string, value: string] | [] {
  if (typeof cell === 'boolean') return ['', cell ? '1' : '0'];
  if (isNumber(cell)) {
    const number = Number(cell);
    if (Number.isNaN(number)) return ['', 'NaN'];
    if (!Number.isFinite(number)) return ['', number < 0 ? '-Inf' : '+Inf'];
    return ['', factor === 1 ? pythonText(cell) : String(number * factor)];
  }
  const time = typeof cell === 'string' ? TIME.exec(cell) : null;
  const milliseconds = time === null ? Number.NaN : Date.parse(`${time[1]}T${time[2]}Z`);
  return Number.isNaN(milliseconds) ? [] : ['_timestamp_seconds', String(milliseconds / 1000)];
}

/** A label's text with its escapes; the text format knows these three, and is UTF-8. */
const labelText = (cell: unknown): string =>
  (isNested(cell) ? JSON.stringify(cell) : pythonText(cell))
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');

/** A text as a name of metrics and labels: small letters, digits and single underscores, no digit first. */
function nameOf(text: string): string {
  const name = text
    .replace(/([a-z\d])([A-Z][A-Za-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]/)
    .filter((word) => word !== '')
    .join('_');
  return /^[a-z]/.test(name) ? name : `x${name === '' ? '' : '_'}${name}`;
}

/** This name, or the first with a number behind it that nothing else has. */
function unused(name: string, used: Set<string>): string {
  let free = name;
  for (let at = 2; used.has(free); at++) free = `${name}_${at}`;
  used.add(free);
  return free;
}
