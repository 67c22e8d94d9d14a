import { visibleLines } from '../lib/escape.js';
import { parseExactly } from '../lib/exact-json.js';
import type { Json } from '../lib/read.js';
import { htmlHeading, PAGE_END, pageHead } from './html.js';
import { markdownHeading } from './markdown.js';
import { Metrics } from './metrics.js';
import type { OutputOptions, Write } from './renderer.js';
import type { Kept, RenderOne } from './sections.js';

type Writer = (parts: AsyncIterable<Kept>, options: OutputOptions, write: Write, one: RenderOne) => Promise<void>;

/** Several tables as one document, each under its heading; as metrics, each with a label that names it. */
export const documents: Readonly<Record<'markdown' | 'html' | 'prom', Writer>> = {
  async markdown(parts, _options, write, one) {
    let between = '';
    for await (const { section, choice } of parts) {
      await write(between + markdownHeading(headingOf(section)));
      between = '\n';
      await one(section.view, choice, write);
    }
  },

  async html(parts, { source }, write, one) {
    let start = pageHead(await source?.());
    for await (const { section, choice } of parts) {
      await write(start + htmlHeading(headingOf(section)));
      start = '';
      await one(section.view, { ...choice, isPart: true }, write);
    }
    await write(start + PAGE_END);
  },

  /** Few and small: all of them are read before anything is written. */
  async prom(parts, { source, tty }, write, one) {
    const metrics = new Metrics(await source?.());
    let infos = '';
    for await (const { section, choice } of parts) {
      let text = '';
      await one(section.view, { ...choice, format: 'json', noindent: true }, (chunk) => {
        text += chunk;
      });
      for (const row of [parseExactly(text)].flat() as Json[]) {
        infos += metrics.add(Object.keys(row), Object.values(row), section.title);
      }
    }
    for (const text of [metrics.infoHead + infos, ...metrics.gauges()]) await write(tty ? visibleLines(text) : text);
  },
};

const headingOf = ({ header, title }: Kept['section']): string => header ?? title;
