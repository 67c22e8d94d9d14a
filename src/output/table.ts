import { visibleLine } from '../lib/escape.js';
import type { Renderer } from './renderer.js';
import { Sheet } from './sheet.js';

/**
 * PrettyTable's boxes as the classic clients use them, byte for byte: `nova` (novaclient/utils.py, print_list and
 * print_dict), `keystone` (keystoneclient/utils.py of 2.3.2, which centres everything) and `cliff`
 * (cliff/formatters/table.py). Only hidden characters differ: they are shown as escapes.
 */
export const table: Renderer = {
  cells: 'text',

  /** Every width is known only after the last row: the texts of the cells are kept, the items are not. */
  async list(listing, choice, write) {
    const { style, titles, pages, sortBy, lines, above, empty } = listing;
    if (lines !== undefined) return (await import('./lines.js')).writeLines(listing, lines, write);
    const sheet = new Sheet(style, titles, sortBy);
    if (sheet.unsettled) sheet.settle(await import('./odd-cells.js'));
    for await (const page of pages) {
      for (const row of page) sheet.add(row);
      if (sheet.unsettled) sheet.settle(await import('./odd-cells.js'));
    }
    if (above !== undefined) await write(`${above}\n`);
    // nova prints the header of an empty list, the others an empty string and a newline.
    const instead = empty ?? (style === 'nova' ? undefined : '');
    if (sheet.rows === 0 && instead !== undefined) {
      await write(`${instead}\n`);
      return;
    }
    const paint = choice.color === true ? (await import('./color.js')).paintState : undefined;
    await sheet.write(write, paint);
  },

  async show(showing, choice, write) {
    const { showListing } = await import('./show-listing.js');
    await table.list(showListing(showing), choice, write);
    for (const { below, value, text } of showing.fields) {
      if (below !== undefined) await write(`${visibleLine(`${below}: ${text ?? value}`)}\n`);
    }
  },
};
