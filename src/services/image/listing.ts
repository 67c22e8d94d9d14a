import { asText, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { allListed, listIn } from '../answer.js';
import { callOf, type Resource } from '../resource.js';

/** How much of a list is asked for at once, and how far it goes (glanceclient `v2/images.py` list). */
interface Extent {
  readonly pageSize?: number | undefined;
  /** 0: all of it. */
  readonly limit?: number | undefined;
}

/** What glance gives at most where nobody has configured otherwise (`api_limit_max`); it says itself where more are. */
const DEFAULT_PAGE_SIZE = 1000;

/** A list of the image service, page by page: to its end, or until so many have come. */
export async function* imageList(
  session: Session,
  resource: Resource,
  query: Query,
  { pageSize, limit }: Extent = {},
): AsyncGenerator<readonly Json[]> {
  const size = pageSize || DEFAULT_PAGE_SIZE;
  const { many, service } = resource;
  if (!limit) {
    const call = { ...callOf(resource), query: { ...query, limit: size } };
    yield* allListed(session, call, many);
    return;
  }
  let { marker } = query;
  for (let had = 0; had < limit; ) {
    const call = { ...callOf(resource), query: { ...query, marker, limit: Math.min(size, limit - had) } };
    const answer = await session.json(call);
    const rows = listIn(answer, many, service);
    yield rows.slice(0, limit - had);
    had += rows.length;
    if (rows.length === 0 || (answer as Json).next === undefined) return;
    marker = asText(rows.at(-1)?.id);
  }
}
