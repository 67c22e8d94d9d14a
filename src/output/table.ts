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
    const { style, titles, pages, sortBy, lines } = listing;
    if (lines !== undefined) return (await import('./lines.js')).writeLines(listing, lines, write);
    const sheet = new Sheet(style, titles, sortBy);
    if (sheet.unsettled) sheet.settle(await import('./odd-cells.js'));
    for await (const page of pages) {
      for (const row of page) sheet.add(row);
      if (sheet.unsettled) sheet.settle(await import('./odd-cells.js'));
    }
    // nova prints the header of an empty list, the others an empty string and a newline.
    if (sheet.rows === 0 && style !== 'nova') {
      await write('\n');
      return;
    }
    const paint = choice.color === true ? (await import('./color.js')).paintState : undefined;
    await sheet.write(write, paint);
  },

  async show(showing, choice, write) {
    const { showListing } = await import('./show-listing.js');
    await table.list(showListing(showing), choice, write);
  },
};
