import { visibleLines } from '../lib/escape.js';
import { pythonText } from '../lib/python/repr.js';
import type { Renderer } from './renderer.js';
import { plainField } from './rows.js';

/**
 * cliff's assignments of a UNIX shell (formatters/shell.py): `name="value"`, for one thing only. Its bytes but for what a
 * shell would not read as the value that it is: `eval` must not run what somebody has called a network, so `$`, a
 * backtick, and a backslash that would not stand for itself have a backslash before them; a name is letters, digits and
 * underscores, no digit first nor `_` alone, and another one for each field, so that none hides one before it.
 */
export const shell: Renderer = {
  cells: 'plain',

  async list() {
    throw new Error('a list has no shell format');
  },

  async show({ fields, style }, { variablePrefix = '', tty }, write) {
    const used = new Set<string>();
    const lines = fields.map((field) => {
      const plain = field.name.toLowerCase().replace(/\W/g, '_');
      let name = variablePrefix === '' ? plain.replace(/^(?=\d)/, '_').replace(/^_?$/, '__') : plain;
      for (let at = 2; used.has(name); at++) name = `${plain}_${at}`;
      used.add(name);
      // cliff escapes the quotes of texts only, so that those of other values end what they stand in.
      const text = pythonText(plainField(field, style)).replace(UNSAFE, '\\$&').replaceAll('"', '\\"');
      return `${variablePrefix}${name}="${text}"\n`;
    });
    const all = lines.join('');
    await write(tty ? visibleLines(all) : all);
  },
};

/** What is no text of itself between double quotes (POSIX, 2.2.3), quotes aside. */
const UNSAFE = /[$`]|\\(?=[\\$`"\n]|$)/g;
