import { Failure } from '../lib/errors.js';
import { record, records, text } from '../lib/read.js';

/**
 * The URL of the next page of a list, or undefined at its end: from `<key>_links` (nova, cinder, neutron), from
 * `links.next` (identity v3) or from `next` (glance).
 *
 * Only the query of the link is followed, on the URL that has been asked: behind a proxy links come with another
 * scheme or without a prefix of the path. A link to another host or another list is refused, so that a token never
 * goes where a server's answer says.
 */
export function nextPage(page: unknown, key: string, asked: string): string | undefined {
  const href = nextLink(page, key);
  if (href === '') return undefined;
  const here = new URL(asked);
  const link = URL.canParse(href, asked) ? new URL(href, asked) : undefined;
  if (link === undefined) throw new Failure(`The link to the next page of ${here.pathname} is not a URL: ${href}`);
  if (link.host !== here.host) {
    throw new Failure(`The next page of ${here.origin}${here.pathname} is said to be on another host, ${link.origin}`, {
      hint: 'The token is not sent there. The service or the proxy before it is configured with a wrong public URL.',
    });
  }
  const [one, other] = [trimmed(here.pathname), trimmed(link.pathname)];
  if (!one.endsWith(other) && !other.endsWith(one)) {
    throw new Failure(`The next page of ${here.pathname} is said to be at ${link.pathname}, which is another list`);
  }
  here.search = link.search;
  return here.href;
}

function nextLink(page: unknown, key: string): string {
  const body = record(page);
  const listed = records(body[`${key}_links`]).find((link) => link.rel === 'next');
  return text(listed?.href) || text(record(body.links).next) || text(body.next);
}

const trimmed = (path: string): string => path.replace(/\/+$/, '');
