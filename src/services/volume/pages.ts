import type { Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { pagesOf, type Resource } from '../resource.js';
import { whereServed } from '../unserved.js';

/**
 * A list of the volume service, whichever version of its API the catalogue names.
 * @throws Failure where there is no API any more at that URL
 */
export function volumePages(session: Session, resource: Resource, query: Query = {}): AsyncGenerator<readonly Json[]> {
  return whereServed(
    pagesOf(session, resource, query),
    "The catalog's URL of the volume service leads to no volume API.",
    "Cinder dropped v1 with Queens and v2 with Xena; 'nova endpoints' shows what the catalog has.",
  );
}
