import { visibleLines } from '../lib/escape.js';
import type { Listing, Renderer, Row, Write } from './renderer.js';
import { TableLayout } from './table-layout.js';

/**
 * PrettyTable's boxes as the classic clients use them, byte for byte; what differs from one to the other is the style
 * (`classic/`). Only hidden characters differ from theirs: they are shown as escapes.
 */
export const table: Renderer = {
  cells: 'text',

  /**
   * Every width is known only after the last row: the texts of the cells are kept, the items are not. A person who
   * watches several pages come sees each as it comes; then the first page's widths stay, and each is sorted by itself.
   */
  async list(listing, choice, write) {
    const { style, titles, pages, sortBy, maxWidths, lines, header, empty, footer, leastWidth = 8 } = listing;
    if (lines !== undefined) return (await import('./lines.js')).writeLines(listing, lines, write);
    const sheet = new TableLayout(style, titles, sortBy, maxWidths);
    if (sheet.unsettled) sheet.settle(await import('./multiline-cells.js'));
    const paint = choice.color === true ? (await import('./color.js')).paintState : undefined;
    const take = async (page: readonly Row[]): Promise<void> => {
      for (const row of page) sheet.add(row);
      if (sheet.unsettled) sheet.settle(await import('./multiline-cells.js'));
    };
    const fit = async (): Promise<void> => {
      const { tableWidth } = choice;
      if (tableWidth === undefined || sheet.rows === 0) return;
      const { fittedWidths } = await import('./fitted.js');
      const most = fittedWidths(sheet.widths, tableWidth, leastWidth);
      if (most !== undefined) sheet.narrow(most, await import('./multiline-cells.js'));
    };
    if (choice.tty) {
      let isStreamed = false;
      for await (const { page, isLast } of ahead(pages)) {
        await take(page);
        if (!isStreamed && (isLast || sheet.rows === 0)) continue;
        if (!isStreamed && header !== undefined) await write(`${header}\n`);
        if (!isStreamed) await fit();
        isStreamed = true;
        await sheet.writeRows(write, paint);
      }
      if (isStreamed) {
        await write(sheet.rule());
        return below(footer, write);
      }
    } else for await (const page of pages) await take(page);
    if (header !== undefined) await write(`${header}\n`);
    const instead = choice.printEmpty ? undefined : (empty ?? (style.list.empty === 'head' ? undefined : ''));
    if (sheet.rows === 0 && instead !== undefined) {
      await write(`${instead}\n`);
      return;
    }
    await fit();
    await sheet.write(write, paint);
    await below(footer, write);
  },

  async show(showing, choice, write) {
    if (showing.style.show.asLines) return (await import('./lines.js')).writeFields(showing, write);
    const { showListing } = await import('./show-listing.js');
    await table.list(showListing(showing), choice, write);
    for (const { footnote: below, value, text } of showing.fields) {
      if (below !== undefined) await write(`${visibleLines(`${below}: ${text ?? value}`)}\n`);
    }
  },
};

/** What stands below a table, if anything does. */
async function below(footer: Listing['footer'], write: Write): Promise<void> {
  const text = footer?.();
  if (text !== undefined) await write(`${text}\n`);
}

/** Pages, each with whether it is known to be the last one by the time it is there; the next one is on its way by then. */
async function* ahead<Page>(
  pages: AsyncIterable<Page>,
): AsyncGenerator<{ readonly page: Page; readonly isLast: boolean }> {
  const reader = pages[Symbol.asyncIterator]();
  let isOver = false;
  try {
    for (let next = reader.next(); ; ) {
      const { done, value } = await next;
      isOver = done === true;
      if (done) return;
      next = reader.next();
      // If it fails, that is said when its turn comes.
      next.catch(() => undefined);
      const soon = new Promise<false>((resolve) => setImmediate(() => resolve(false)));
      const isLast = await Promise.race([
        next.then(
          (result) => result.done === true,
          () => false,
        ),
        soon,
      ]);
      yield { page: value, isLast };
    }
  } finally {
    if (!isOver) await reader.return?.();
  }
}
