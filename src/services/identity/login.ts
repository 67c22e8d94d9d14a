import { inPython2Order } from '../../lib/python/dict-order.js';
import { asRecord, type Json } from '../../lib/read.js';
import type { AccessInfo, Endpoint, Session } from '../../session/session.js';

/**
 * The user and, over v2.0, the token as python-novaclient 6 shows them, from the login itself: no request is made. A
 * login that was kept by an older version of ours does not hold all of it.
 */
export function describedLogin({ described, version, token, user }: AccessInfo): {
  readonly user: Json;
  readonly token?: Json;
} {
  const person = asRecord(inPython2Order(described?.user ?? { id: user.id, name: user.name }));
  if (version === 'v3') return { user: person };
  return { user: person, token: asRecord(inPython2Order({ ...described?.token, id: token })) };
}

/** A service of the catalogue, and those of its endpoints that are to be shown. */
export interface ServiceEndpoints {
  readonly name: string;
  /** Under the keys of the catalogue: v2.0's `publicURL` and so on, v3's `interface` and `url`. */
  readonly endpoints: readonly Json[];
  /** None of several is in the region that was asked for, so these are all there are. */
  readonly elsewhere: boolean;
}

/**
 * The catalogue as python-novaclient 6 reads it: of each service the only endpoint, or the first of the region
 * (v2/shell.py, _get_first_endpoint).
 */
export async function catalogServices(session: Session): Promise<readonly ServiceEndpoints[]> {
  const { catalog, version } = await session.accessInfo();
  const { region } = session.settings;
  const services = new Map<string, { readonly name: string; readonly endpoints: Endpoint[] }>();
  for (const endpoint of catalog) {
    const { type, name = type } = endpoint;
    const key = JSON.stringify([type, name]);
    const service = services.get(key) ?? { name, endpoints: [] };
    service.endpoints.push(endpoint);
    services.set(key, service);
  }
  return [...services.values()].map(({ name, endpoints }) => {
    const all = version === 'v2.0' ? joined(endpoints) : endpoints.map(ofV3);
    const found = all.length === 1 ? all[0] : all.find((endpoint) => endpoint.region === region);
    return { name, endpoints: found === undefined ? all : [found], elsewhere: found === undefined };
  });
}

/** v2.0 has one object for the up to three URLs of an endpoint. */
function joined(endpoints: readonly Endpoint[]): readonly Json[] {
  const rows: { key: string; row: Record<string, unknown> }[] = [];
  for (const { id, region, interface: side, url } of endpoints) {
    const [key, place] = [`${side}URL`, `${id} ${region}`];
    const found = rows.find((one) => one.key === place && !(key in one.row));
    if (found !== undefined) found.row[key] = url;
    else {
      const named = { ...(id === undefined ? {} : { id }), ...(region === undefined ? {} : { region }) };
      rows.push({ key: place, row: { ...named, [key]: url } });
    }
  }
  return rows.map(({ row }) => row);
}

function ofV3({ id, interface: side, region, url }: Endpoint): Json {
  return {
    ...(id === undefined ? {} : { id }),
    interface: side,
    ...(region === undefined ? {} : { region, region_id: region }),
    url,
  };
}
