import { Failure } from '../core/errors.js';
import { showUrl } from '../http/url.js';
import { asRecord, asRecords, asText } from '../lib/read.js';
import { plain } from './address.js';

/**
 * The URL of the next page of a list, or undefined at its end: from `<key>_links` (nova, cinder, neutron), from
 * `links.next` (identity v3) or from `next` (glance).
 *
 * Only the query of the link is followed, on the URL that has been asked: behind a proxy links come with another host,
 * port or scheme, or without a prefix of the path, and a token never goes where a server's answer says. A link to
 * another list is refused.
 */
export function nextPage(page: unknown, key: string, asked: string): string | undefined {
  const href = nextLink(page, key);
  if (href === '') return undefined;
  const here = new URL(asked);
  const link = URL.canParse(href, asked) ? new URL(href, asked) : undefined;
  if (link === undefined) throw new Failure(`The link to the next page of ${here.pathname} is not a URL: ${href}`);
  const [one, other] = [plain(here.pathname), plain(link.pathname)];
  if (!one.endsWith(other) && !other.endsWith(one)) {
    throw new Failure(`The next page of ${here.pathname} is said to be at ${link.pathname}, which is another list`);
  }
  here.search = link.search;
  return here.href;
}

/** What the list in a page is called: the member that has links, else the first that is a list. */
export function listKey(page: unknown): string {
  const names = Object.keys(asRecord(page));
  const linked = names.find((name) => names.includes(`${name}_links`));
  return linked ?? names.find((name) => Array.isArray(asRecord(page)[name])) ?? '';
}

function nextLink(page: unknown, key: string): string {
  const body = asRecord(page);
  const listed = asRecords(body[`${key}_links`]).find((link) => link.rel === 'next');
  return asText(listed?.href) || asText(asRecord(body.links).next) || asText(body.next);
}

/**
 * A list page by page, to its end. The next page has been asked for when a page is given out, so that the server works
 * on it meanwhile.
 *
 * @param load gets a page: the first one, or that of a URL. Calls `sent` once its request is on the way.
 * @param isUnhurried a page is only asked for once the one before has been used
 */
export async function* readPages(
  load: (url: string | undefined, sent: () => void) => Promise<{ readonly page: unknown; readonly url: string }>,
  key: string,
  isUnhurried?: boolean,
): AsyncGenerator<readonly unknown[]> {
  const seen = new Set<string>();
  let { page, url } = await load(undefined, () => undefined);
  for (;;) {
    seen.add(url);
    const next = nextPage(page, key, url);
    if (next !== undefined && seen.has(next)) {
      throw new Failure(
        `The list ${new URL(next).pathname} does not end: the server leads back to a page it gave before`,
      );
    }
    const items = itemsOf(page, key, url);
    if (next === undefined) {
      yield items;
      return;
    }
    if (isUnhurried) {
      yield items;
      ({ page, url } = await load(next, () => undefined));
      continue;
    }
    const following = await begun((sent) => load(next, sent));
    yield items;
    ({ page, url } = await following.result);
  }
}

/** A page without its list is no empty list: an empty table would say that there is nothing. */
function itemsOf(page: unknown, key: string, url: string): readonly unknown[] {
  const items = asRecord(page)[key];
  if (Array.isArray(items)) return items;
  throw new Failure(`The answer of ${showUrl(url)} holds no list of ${key}`, {
    name: 'UnexpectedAnswer',
    hint: 'Is the URL of this service right, and does something stand before it that answers in its place?',
  });
}

/** Waits until work has begun, not until it is done; whoever stops reading early will not hear how it ended. */
async function begun<T>(work: (begin: () => void) => Promise<T>): Promise<{ readonly result: Promise<T> }> {
  return new Promise((resolve) => {
    const result: Promise<T> = work(() => resolve({ result }));
    result.catch(() => undefined).finally(() => resolve({ result }));
  });
}
