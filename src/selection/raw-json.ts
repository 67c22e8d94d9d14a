import type { ExitReason } from '../core/exit-codes.js';
import type { ListView, ShowView, TextView } from '../core/view.js';
import { itemsOf } from '../lib/items-of.js';
import { jsonText } from '../lib/python/json-text.js';
import { fieldsOf, selectedList } from './select-list.js';
import { subject } from './select-show.js';
import type { SelectionRequest, Tools } from './selection-request.js';

/** The API's own objects as JSON, or what a query makes of them; numbers have the digits that they came with. */
export async function rawJson(view: ListView | ShowView, tools: Tools): Promise<TextView> {
  const { request } = tools;
  if (view.kind === 'show') {
    return { kind: 'text', chunks: [`${textOf(await queried(rawThing(view, tools), request.query), request)}\n`] };
  }
  return rawText((await rawList(view, tools)).pages, request, view.exitReason);
}

/** A list whose items are the API's own objects; it has no columns. */
export async function rawList(view: ListView, tools: Tools): Promise<ListView> {
  const { pages } = await selectedList(view, { ...tools, request: { ...tools.request, column: [], addColumn: [] } });
  // What no service has sent has columns, and no names of an API.
  const isOurs = tools.watched.asked().service === '';
  const inColumns = (item: unknown) => Object.fromEntries(view.columns.map(({ title, value }) => [title, value(item)]));
  const objects = async function* (): AsyncGenerator<readonly unknown[]> {
    for await (const page of pages) {
      const { whole } = fieldsOf(view, page, tools);
      yield page.map((item) => (isOurs ? inColumns(item) : (whole(item) ?? item)));
    }
  };
  return {
    kind: 'list',
    columns: [],
    pages: objects(),
    ...(view.exitReason === undefined ? {} : { exitReason: view.exitReason }),
  };
}

/** The same of one thing: what is shown of it, where no object has come. */
export function rawThing(view: ShowView, tools: Tools): unknown {
  const thing = subject(view, tools);
  if (Object.keys(thing).length > 0) return thing;
  return Object.fromEntries(view.fields.map(({ name, value }) => [name, value]));
}

/** Objects as JSON, or what the query makes of them. */
export function rawText(
  objects: AsyncIterable<readonly unknown[]>,
  request: Pick<SelectionRequest, 'query' | 'noindent' | 'isByLine'>,
  exitReason?: () => ExitReason,
): TextView {
  const chunks = request.query === undefined ? listText(objects, request) : queryText(objects, request);
  return { kind: 'text', chunks, ...(exitReason === undefined ? {} : { exitReason }) };
}

type Layout = Pick<SelectionRequest, 'noindent' | 'isByLine'>;

/** A list, page by page. */
async function* listText(pages: AsyncIterable<readonly unknown[]>, request: Layout): AsyncGenerator<string> {
  const [open, between, close] = request.isByLine
    ? ['', '\n', '\n']
    : request.noindent
      ? ['[', ', ', ']\n']
      : ['[\n  ', ',\n  ', '\n]\n'];
  let isEmpty = true;
  for await (const page of pages) {
    const texts = page.map((item) => textOf(item, request, '  '));
    if (texts.length > 0) yield `${isEmpty ? open : between}${texts.join(between)}`;
    isEmpty &&= texts.length === 0;
  }
  if (!isEmpty) yield close ?? '';
  else if (!request.isByLine) yield '[]\n';
}

/** A query is asked about the whole list. */
async function* queryText(
  pages: AsyncIterable<readonly unknown[]>,
  request: Layout & Pick<SelectionRequest, 'query'>,
): AsyncGenerator<string> {
  const all = await itemsOf(pages);
  const answer = await queried(all, request.query);
  if (request.isByLine && Array.isArray(answer)) {
    for (const one of answer) yield `${textOf(one, request)}\n`;
  } else yield `${textOf(answer, request)}\n`;
}

async function queried(value: unknown, query: string | undefined): Promise<unknown> {
  return query === undefined ? value : (await import('../lib/jmespath.js')).search(value, query);
}

const textOf = (value: unknown, { noindent, isByLine }: Layout, margin = ''): string =>
  jsonText(value, { ascii: true, indented: !(noindent || isByLine) }, margin);
