import { isRecord, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { missing } from '../answer.js';
import { callAbout, type Headers, orNotFound, type Place } from './call.js';
import { sortedJson } from './sorted-json.js';
import { headersAbout } from './stat.js';

/** Which of them; `versions`: all versions of objects. */
export interface Wanted {
  readonly prefix?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly marker?: string | undefined;
  readonly versions?: boolean;
  readonly headers?: Headers;
}

/**
 * The containers of an account, or the objects of a container, page by page: each begins behind the last one's last name,
 * until one is empty, as there is no telling how long pages are (swift `api-ref/source/storage-account-services.inc`).
 *
 * @throws Failure when there is no such account or container
 */
export async function* listingOf(
  session: Session,
  place: Place,
  { prefix, delimiter, marker: start, versions = false, headers = {} }: Wanted = {},
): AsyncGenerator<readonly Json[]> {
  const call = callAbout(place, 'GET', headers);
  const fixed: Query = { format: 'json', prefix, delimiter, ...(versions ? { versions: 'true' } : {}) };
  const pageAfter = async (marker?: string, version?: string): Promise<readonly Json[]> => {
    const query = { ...fixed, marker, version_marker: version };
    const answer = await session.json({ ...call, query, mayBeEmpty: true }).catch((error) => orNotFound(place, error));
    if (answer === undefined) return [];
    if (Array.isArray(answer) && answer.every(isRecord)) return answer;
    throw missing('list', 'object-store');
  };
  for (let page = await pageAfter(start); page.length > 0; ) {
    const last = page.at(-1);
    const [marker, version] = [last?.name ?? last?.subdir, last?.version_id];
    if (typeof marker !== 'string') throw missing('name', 'object-store');
    // The server works on the next page while this one is used.
    const next = pageAfter(marker, typeof version === 'string' ? version : undefined);
    next.catch(() => undefined);
    yield page;
    page = await next;
  }
}

/** Containers with what their headers tell (`meta`), which no listing has: a request for each, ten at a time. */
export async function* containersWith(
  session: Session,
  pages: AsyncIterable<readonly Json[]>,
): AsyncGenerator<readonly Json[]> {
  for await (const page of pages) {
    for (let at = 0; at < page.length; at += AT_ONCE) {
      const some = page.slice(at, at + AT_ONCE);
      yield await Promise.all(
        some.map(async (one) => {
          const headers = await headersAbout(session, { container: String(one.name) });
          return { ...one, meta: Object.fromEntries(headers) };
        }),
      );
    }
  }
}

const AT_ONCE = 10;

/** All items as one document, as Python's `json.dump(…, sort_keys=True, indent=2)` writes it, page by page. */
export async function* jsonChunks(pages: AsyncIterable<readonly Json[]>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const page of pages) {
    let chunk = '';
    for (const item of page) {
      chunk += `${isFirst ? '[' : ','}\n  ${sortedJson(item, '  ')}`;
      isFirst = false;
    }
    yield chunk;
  }
  yield isFirst ? '[]\n' : '\n]\n';
}
