import { isNested } from '../core/exact-number.js';
import { visibleLines } from '../lib/escape.js';
import { pythonText } from '../lib/python/repr.js';
import type { Renderer } from './renderer.js';
import { plainField } from './rows.js';

/**
 * cliff's assignments of a UNIX shell (formatters/shell.py): `name="value"`, for one thing only. Its bytes but for what a
 * shell would not read as the value that it is: `eval` must not run what somebody has called a network, so `$`, a
 * backtick and a backslash have a backslash before them, and a name is letters, digits and underscores.
 */
export const shell: Renderer = {
  cells: 'plain',

  async list() {
    throw new Error('a list has no shell format');
  },

  async show({ fields, style }, { variablePrefix = '', tty }, write) {
    const lines = fields.map((field) => {
      const name = field.name.toLowerCase().replace(/\W/g, '_');
      // cliff escapes the quotes of texts only.
      const isText = typeof field.value === 'string' || (isNested(field.value) && style.show.nestedPlain === undefined);
      const text = pythonText(plainField(field, style)).replace(/[$`\\]/g, '\\$&');
      return `${variablePrefix}${name}="${isText ? text.replaceAll('"', '\\"') : text}"\n`;
    });
    const all = lines.join('');
    await write(tty ? visibleLines(all) : all);
  },
};
