import { Failure } from '../../core/errors.js';
import { python2Order } from '../../lib/python/dict-order.js';
import type { Endpoint, Session } from '../../session/session.js';

/** Where a service is in one region, under the keys of v2.0's catalogue; what is not there has no key. */
export interface CatalogEntry {
  readonly adminURL?: string;
  readonly id?: string;
  readonly internalURL?: string;
  readonly publicURL?: string;
  readonly region?: string;
}

/**
 * The catalogue of the login by service type, in the region of the settings if they name one. Types come in the order
 * of python-keystoneclient's dict (`service_catalog.py`, get_endpoints); those without an endpoint are left out.
 *
 * Over v3, whose catalogue has an entry for each URL, the first public, internal and admin one of a service in a region
 * make one entry, the second ones the next. Its id is that of the one that comes first, as Keystone itself has it when
 * it makes v2.0's catalogue of the same rows (keystone 12 `catalog/backends/sql.py`, get_catalog).
 */
export async function catalogEntries(
  session: Session,
  type?: string,
): Promise<ReadonlyMap<string, readonly CatalogEntry[]>> {
  const { catalog, version } = await session.accessInfo();
  const { region } = session.settings;
  const wanted = catalog.filter((endpoint) => type === undefined || endpoint.type === type);
  return new Map(
    python2Order(wanted.map((endpoint) => endpoint.type)).flatMap((name) => {
      const all = wanted.filter((endpoint) => endpoint.type === name);
      const here = all.filter((one) => region === undefined || one.region === region || one.region === '*');
      return here.length === 0 ? [] : [[name, foldCatalog(here, version === 'v2.0')]];
    }),
  );
}

/** @param byId do the URLs of one entry share its id, as v2.0's do? */
function foldCatalog(endpoints: readonly Endpoint[], byId: boolean): readonly CatalogEntry[] {
  const rows: { readonly place: string; entry: CatalogEntry }[] = [];
  for (const { name, region, id, interface: side, url } of endpoints) {
    const place = JSON.stringify([name, region, byId ? id : undefined]);
    const key = `${side}URL` as const;
    const row = rows.find((one) => one.place === place && one.entry[key] === undefined);
    if (row === undefined) {
      const entry = { [key]: url, ...(id === undefined ? {} : { id }), ...(region === undefined ? {} : { region }) };
      rows.push({ place, entry });
    } else {
      row.entry = { ...row.entry, [key]: url };
    }
  }
  return rows.map(({ entry }) => entry);
}

export interface WantedUrl {
  readonly type: string;
  /** `publicURL` or `public`, and so on. */
  readonly side: string;
  /** Only where this key of the entry has this value. */
  readonly filter?: { readonly key: string; readonly value: string };
}

/** The first URL that fits. @throws Failure in python-keystoneclient's words (`service_catalog.py`, url_for). */
export async function catalogUrl(session: Session, { type, side, filter }: WantedUrl): Promise<string> {
  if ((await session.accessInfo()).catalog.length === 0) throw new Failure('The service catalog is empty.');
  const key = side.includes('URL') ? side : `${side}URL`;
  const entries: readonly Readonly<Record<string, string | undefined>>[] = [
    ...((await catalogEntries(session, type)).get(type) ?? []),
  ].map((entry) => ({ ...entry }));
  const urls = entries
    .filter((entry) => filter === undefined || entry[filter.key] === filter.value)
    .flatMap((entry) => entry[key] ?? []);
  if (urls[0] !== undefined) return urls[0];
  throw new Failure(`${side} endpoint for ${type} service not found`);
}
