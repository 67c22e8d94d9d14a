import type { TableStyle } from '../classic/client.js';
import type { CommandView } from '../core/view.js';
import type { Query, Session } from '../session/session.js';
import { checkPatterns } from './condition.js';
import { type NameStore, nameBook } from './name-book.js';
import { parseWhere } from './parse.js';
import { pushedDown } from './push-down.js';
import { referredIn } from './references.js';
import type { SelectionRequest, Tools } from './selection-request.js';
import type { ServerList } from './server-list.js';
import { watchedSession } from './watched-session.js';

export type { NameStore } from './name-book.js';
export type { SelectionRequest } from './selection-request.js';

/** Without a session: what is shown is all that there is, and nobody knows names. */
const nobodyAsked: Pick<Tools, 'watched' | 'book'> = {
  watched: {
    asked: () => ({ service: '', ofOne: [] }),
    isWhole: () => true,
    wholeOf: () => undefined,
    objects: () => [],
  },
  book: {
    names: async () => new Map(),
    display: (kind, value) => referredIn(value, kind).map(({ id }) => id),
    settled: async () => undefined,
  },
};

interface Surroundings {
  readonly style: TableStyle;
  readonly warn: (line: string) => void;
  /** For those who asked for details. */
  readonly note: (line: string) => void;
  readonly now: () => number;
  /** Where names are kept; left out: nowhere. */
  readonly names?: NameStore;
}

/** Which rows and columns of a view are wanted, and in which order. */
export interface Selection {
  /** The session that a command is to use: it asks services for no more than is wanted. */
  readonly session: (session: Session) => Session;
  /** What is wanted of a view. */
  readonly of: (view: CommandView) => Promise<CommandView>;
  readonly settled: () => Promise<void>;
}

/**
 * The selection that the options ask for.
 * @throws UsageError for what is no condition, Failure for what is no query
 */
export async function selection(request: SelectionRequest, around: Surroundings): Promise<Selection> {
  const { where, maxItems, query, sortColumn } = request;
  const expression = where === undefined ? undefined : parseWhere(where);
  if (expression !== undefined) checkPatterns(expression, where ?? '');
  if (query !== undefined) (await import('../lib/jmespath.js')).checkExpression(query);
  const isCut = maxItems !== undefined && sortColumn.length === 0;
  let opened: Pick<Tools, 'watched' | 'book'> = nobodyAsked;

  return {
    session: (session) => {
      const book = nameBook(session, around.warn, around.now, around.names);
      const more = async (list: ServerList, asked: Query): Promise<Query> => {
        const pushed = await pushedDown(expression, list, asked, (kind) => book.names(kind));
        const words = Object.entries(pushed).map(([name, value]) => `${name}=${value}`);
        if (words.length > 0)
          around.note(`The ${list.service} service filters by ${words.join(', ')}; the rest is done here.`);
        const size = Number(asked.limit ?? Number.POSITIVE_INFINITY);
        const isLimited = isCut && expression === undefined && list.isPaged === true && maxItems < size;
        return isLimited ? { ...pushed, limit: maxItems } : pushed;
      };
      const refused = (): void =>
        around.note('The service does not filter so; it is asked for all, and all is done here.');
      const watched = watchedSession(session, more, refused, !isCut);
      opened = { watched, book };
      return watched.session;
    },
    of: async (view) => {
      const { watched, book } = opened;
      const { style, now } = around;
      const tools = { request, watched, book, style, now, ...(expression === undefined ? {} : { expression }) };
      if (view.kind !== 'list' && view.kind !== 'show') return view;
      if (request.raw || query !== undefined) {
        const { rawJson, rawList, rawThing } = await import('./raw-json.js');
        if (!request.isPart) return rawJson(view, tools);
        return view.kind === 'list' ? rawList(view, tools) : { ...view, raw: rawThing(view, tools) };
      }
      return view.kind === 'list'
        ? (await import('./select-list.js')).selectedList(view, tools)
        : (await import('./select-show.js')).selectedShow(view, tools);
    },
    settled: async () => opened.book.settled(),
  };
}
