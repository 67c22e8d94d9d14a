import type { Json } from '../../lib/read.js';
import { asArray, asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed } from '../answer.js';
import { callOf, type Resource } from '../resource.js';

/** Characters of `id=<uuid>&` in a query. */
const PER_ID = 40;

/** How long a URL may be (neutronclient `client.py` MAX_URI_LEN), with room for what else is in it. */
const IDS_AT_ONCE = Math.floor((8192 - 400) / PER_ID);

/** Some fields of the things of these ids, by id: one request for as many as a URL of 8 kB can name. */
export async function byIds(
  session: Session,
  resource: Resource,
  ids: readonly string[],
  fields: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  const known = new Map<string, Json>();
  const wanted = [...new Set(ids)];
  for (let at = 0; at < wanted.length; at += IDS_AT_ONCE) {
    const query = { fields, id: wanted.slice(at, at + IDS_AT_ONCE) };
    for await (const page of listed(session, { ...callOf(resource), query }, resource.many)) {
      for (const one of page) known.set(asText(one.id), one);
    }
  }
  return known;
}

/** Networks in which each subnet is an object with its range, where it may be seen. */
export async function withSubnets(
  session: Session,
  subnets: Resource,
  networks: readonly Json[],
): Promise<readonly Json[]> {
  const idsOf = (network: Json): readonly string[] => asArray(network.subnets).map(asText);
  const known = await byIds(session, subnets, networks.flatMap(idsOf), ['id', 'cidr']);
  return networks.map((network) =>
    network.subnets === undefined
      ? network
      : { ...network, subnets: idsOf(network).map((id) => known.get(id) ?? { id }) },
  );
}
