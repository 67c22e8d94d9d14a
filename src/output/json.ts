import { jsonString, jsonText } from '../lib/python/json-text.js';
import { writeRows } from './chunked-write.js';
import type { Renderer, Row } from './renderer.js';
import { inTableOrder } from './table-order.js';

/** cliff's JSON (formatters/json_format.py): Python's json.dump with an indent of two, or none with `--noindent`. */
export const json: Renderer = {
  cells: 'value',
  order: inTableOrder,

  async list(listing, choice, write) {
    const indented = choice.noindent !== true;
    const object = objectWriter(listing.titles, indented, '  ');
    const between = indented ? ',\n  ' : ', ';
    let before = indented ? '[\n  ' : '[';
    let empty = true;
    const item = (row: Row): string => {
      const text = before + object(row);
      before = between;
      empty = false;
      return text;
    };
    await writeRows(listing.pages, item, write);
    await write(empty ? '[]\n' : indented ? '\n]\n' : ']\n');
  },

  async show(showing, choice, write) {
    const names = showing.fields.map((field) => field.name);
    const object = objectWriter(names, choice.noindent !== true, '');
    await write(`${object(showing.fields.map((field) => field.value))}\n`);
  },
};

/** One object a line: for tools that read line by line. */
export const ndjson: Renderer = {
  cells: 'value',
  order: inTableOrder,

  list(listing, _choice, write) {
    const object = objectWriter(listing.titles, false, '');
    return writeRows(listing.pages, (row) => `${object(row)}\n`, write);
  },

  show: (showing, choice, write) => json.show(showing, { ...choice, noindent: true }, write),
};

function objectWriter(titles: readonly string[], indented: boolean, margin: string): (row: Row) => string {
  if (titles.length === 0) return () => '{}';
  const shape = { ascii: true, indented };
  const inner = `${margin}  `;
  const first = indented ? `{\n${inner}` : '{';
  const next = indented ? `,\n${inner}` : ', ';
  const last = indented ? `\n${margin}}` : '}';
  const keys = titles.map((title, index) => `${index === 0 ? first : next}${jsonString(title, true)}: `);
  return (row) => {
    let out = '';
    for (let index = 0; index < keys.length; index++) out += keys[index] + jsonText(row[index], shape, inner);
    return out + last;
  };
}
