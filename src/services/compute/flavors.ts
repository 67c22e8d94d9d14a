import { type Json, record, records } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { find, type Kind } from '../find.js';

/** Compute API reference: "Show Flavor Details" (`GET /flavors/{flavor_id}`). */
export async function getFlavor(session: Session, id: string): Promise<Json> {
  const path = `/flavors/${encodeURIComponent(id)}`;
  return record(record(await session.json({ service: 'compute', path })).flavor);
}

/**
 * The id of a flavor by id or name, private ones among them. Compute API reference: "List Flavors" (`GET /flavors`), whose
 * `is_public=None` means both kinds.
 * @throws Failure when there is no such flavor, or more than one.
 */
export async function findFlavorId(session: Session, given: string): Promise<string> {
  return (await find(flavorKind(session), given)).id;
}

function flavorKind(session: Session): Kind {
  const named = async () => {
    const found: Json[] = [];
    const call = { service: 'compute', path: '/flavors', query: { is_public: 'None' } };
    for await (const page of session.pages(call, 'flavors')) found.push(...records(page));
    return found;
  };
  return { noun: 'flavor', anyId: true, get: (id) => getFlavor(session, id), named };
}
