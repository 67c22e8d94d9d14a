import type { ListView, ShowView, TextView } from '../core/view.js';
import { itemsOf } from '../lib/items-of.js';
import { jsonText } from '../lib/python/json-text.js';
import { fieldsOf, selectedList } from './select-list.js';
import { subject } from './select-show.js';
import type { Tools } from './wish.js';

/** The API's own objects as JSON, or what a query makes of them; numbers have the digits that they came with. */
export async function rawJson(view: ListView | ShowView, tools: Tools): Promise<TextView> {
  const { wish } = tools;
  if (view.kind === 'show') {
    const thing = subject(view, tools);
    return { kind: 'text', chunks: [`${textOf(await queried(thing, wish.query), tools)}\n`] };
  }
  const { pages } = await selectedList(view, { ...tools, wish: { ...wish, column: [], addColumn: [] } });
  const objects = async function* (): AsyncGenerator<readonly unknown[]> {
    for await (const page of pages) {
      const { whole } = fieldsOf(view, page, tools);
      yield page.map((item) => whole(item) ?? item);
    }
  };
  return { kind: 'text', chunks: wish.query === undefined ? listText(objects(), tools) : queryText(objects(), tools) };
}

/** A list, page by page. */
async function* listText(pages: AsyncIterable<readonly unknown[]>, tools: Tools): AsyncGenerator<string> {
  const { noindent, isByLine } = tools.wish;
  const [open, between, close] = isByLine
    ? ['', '\n', '\n']
    : noindent
      ? ['[', ', ', ']\n']
      : ['[\n  ', ',\n  ', '\n]\n'];
  let isEmpty = true;
  for await (const page of pages) {
    const texts = page.map((item) => textOf(item, tools, '  '));
    if (texts.length > 0) yield `${isEmpty ? open : between}${texts.join(between)}`;
    isEmpty &&= texts.length === 0;
  }
  if (!isEmpty) yield close ?? '';
  else if (!isByLine) yield '[]\n';
}

/** A query is asked about the whole list. */
async function* queryText(pages: AsyncIterable<readonly unknown[]>, tools: Tools): AsyncGenerator<string> {
  const all = await itemsOf(pages);
  const answer = await queried(all, tools.wish.query);
  if (tools.wish.isByLine && Array.isArray(answer)) {
    for (const one of answer) yield `${textOf(one, tools)}\n`;
  } else yield `${textOf(answer, tools)}\n`;
}

async function queried(value: unknown, query: string | undefined): Promise<unknown> {
  return query === undefined ? value : (await import('../lib/jmespath.js')).search(value, query);
}

const textOf = (value: unknown, { wish: { noindent, isByLine } }: Tools, margin = ''): string =>
  jsonText(value, { ascii: true, indented: !(noindent || isByLine) }, margin);
