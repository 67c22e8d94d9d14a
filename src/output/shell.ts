import { visibleLines } from '../lib/escape.js';
import { pythonText } from '../lib/python/repr.js';
import { writeRows } from './chunked-write.js';
import type { Renderer, Row } from './renderer.js';
import { plainField } from './rows.js';
import { inTableOrder } from './table-order.js';

/**
 * Assignments of a UNIX shell, `name="value"`: of one thing cliff's (formatters/shell.py), its bytes but for what a shell
 * would not read as the value that it is: `eval` must not run what somebody has called a network, so `$`, a backtick, and a
 * backslash that would not stand for itself have a backslash before them; a name is letters, digits and underscores, no
 * digit first nor `_` alone, and another one for each field, so that none hides one before it.
 *
 * Of a list, which cliff has not in this format, each name ends with the row's number, and `rows` is how many there are:
 * `id_1="…"`, `name_1="…"`, `id_2="…"`, …, `rows="2"`.
 */
export const shell: Renderer = {
  cells: 'plain',
  order: inTableOrder,

  async list({ titles, pages }, { variablePrefix = '', tty }, write) {
    const names = namesOf(titles, variablePrefix);
    const shown = (text: string): string => (tty ? visibleLines(text) : text);
    let count = 0;
    const lines = (row: Row): string => {
      count += 1;
      return shown(names.map((name, at) => assignment(`${name}_${count}`, row[at])).join(''));
    };
    await writeRows(pages, lines, write);
    await write(assignment(`${variablePrefix}rows`, count));
  },

  async show({ fields, style }, { variablePrefix = '', tty }, write) {
    const names = namesOf(
      fields.map(({ name }) => name),
      variablePrefix,
    );
    const all = fields.map((field, at) => assignment(names[at] ?? '', plainField(field, style))).join('');
    await write(tty ? visibleLines(all) : all);
  },
};

/** The variables of titles or fields. */
function namesOf(titles: readonly string[], prefix: string): readonly string[] {
  const used = new Set<string>();
  return titles.map((title) => {
    const plain = title.toLowerCase().replace(/\W/g, '_');
    let name = prefix === '' ? plain.replace(/^(?=\d)/, '_').replace(/^_?$/, '__') : plain;
    for (let at = 2; used.has(name); at++) name = `${plain}_${at}`;
    used.add(name);
    return prefix + name;
  });
}

/** cliff escapes the quotes of texts only, so that those of other values end what they stand in. */
function assignment(name: string, value: unknown): string {
  return `${name}="${pythonText(value).replace(UNSAFE, '\\$&').replaceAll('"', '\\"')}"\n`;
}

/** What is no text of itself between double quotes (POSIX, 2.2.3), quotes aside. */
const UNSAFE = /[$`]|\\(?=[\\$`"\n]|$)/g;
