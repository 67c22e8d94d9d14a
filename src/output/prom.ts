import { visibleLines } from '../lib/escape.js';
import { writeRows } from './chunked-write.js';
import { Metrics } from './metrics.js';
import type { Renderer } from './renderer.js';
import { plainField } from './rows.js';
import { inTableOrder } from './table-order.js';

/**
 * The text format of Prometheus (version 0.0.4), for the directory of the node exporter's textfile collector. Rows are
 * written as they come; gauges, which have to stand together, behind them.
 */
export const prom: Renderer = {
  cells: 'plain',
  order: inTableOrder,

  async list({ titles, pages }, { source, tty }, write) {
    const metrics = new Metrics(await source?.());
    const shown = (text: string): string => (tty ? visibleLines(text) : text);
    let count = 0;
    const line = (row: readonly unknown[]): string => {
      count += 1;
      return shown(metrics.add(titles, row));
    };
    await writeRows(pages, line, write, metrics.infoHead);
    for (const text of metrics.gauges()) await write(shown(text));
    await write(metrics.rows(count));
  },

  async show({ fields, style }, { source, tty }, write) {
    const metrics = new Metrics(await source?.());
    const titles = fields.map(({ name }) => name);
    const info = metrics.add(
      titles,
      fields.map((field) => plainField(field, style)),
    );
    const text = [metrics.infoHead, info, ...metrics.gauges()].join('');
    await write(tty ? visibleLines(text) : text);
  },
};
