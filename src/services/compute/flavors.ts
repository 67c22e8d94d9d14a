import { asRecord, asRecords, asText, isRecord, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { type Finder, find, findItem, isMissing, resolving } from '../find.js';
import { listed } from '../listed.js';

/** Compute API reference: "Show Flavor Details" (`GET /flavors/{flavor_id}`). */
export async function getFlavor(session: Session, id: string): Promise<Json> {
  const path = `/flavors/${encodeURIComponent(id)}`;
  return asRecord(asRecord(await session.json({ service: 'compute', path })).flavor);
}

/** Compute API reference: "List Flavors With Details" (`GET /flavors/detail`). */
export function listFlavors(session: Session, query: Query): AsyncGenerator<readonly Json[]> {
  return listed(session, { service: 'compute', path: '/flavors/detail', query }, 'flavors');
}

/**
 * A flavor by id or name.
 * @throws Failure when there is no such flavor, or more than one.
 */
export function findFlavor(session: Session, given: string): Promise<Json> {
  return findItem(flavorKind(resolving(session)), given);
}

/**
 * The id of a flavor by id or name, private ones among them. Compute API reference: "List Flavors" (`GET /flavors`), whose
 * `is_public=None` means both kinds.
 * @throws Failure when there is no such flavor, or more than one.
 */
export async function findFlavorId(session: Session, given: string): Promise<string> {
  return (await find(flavorKind(resolving(session)), given)).id;
}

/**
 * The flavor with its extra specs, which the API itself puts there since microversion 2.61; `N/A` where it has none to
 * show. Compute API reference: "List Extra Specs For A Flavor" (`GET /flavors/{flavor_id}/os-extra_specs`).
 */
export async function withExtraSpecs(session: Session, flavor: Json): Promise<Json> {
  if ('extra_specs' in flavor) return flavor;
  const path = `/flavors/${encodeURIComponent(String(flavor.id))}/os-extra_specs`;
  try {
    const specs = asRecord(await session.json({ service: 'compute', path })).extra_specs;
    return { ...flavor, extra_specs: asRecord(specs) };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { ...flavor, extra_specs: 'N/A' };
  }
}

/** Compute API reference: "List Flavor Access Information" (`GET /flavors/{flavor_id}/os-flavor-access`). */
export async function flavorAccess(session: Session, id: string): Promise<readonly Json[]> {
  const path = `/flavors/${encodeURIComponent(id)}/os-flavor-access`;
  return asRecords(asRecord(await session.json({ service: 'compute', path })).flavor_access);
}

function flavorKind(session: Session): Finder {
  const byName = async () => {
    const found: Json[] = [];
    const call = { service: 'compute', path: '/flavors', query: { is_public: 'None' } };
    for await (const page of session.pages(call, 'flavors')) found.push(...asRecords(page));
    return found;
  };
  return { noun: 'flavor', anyId: true, get: (id) => getFlavor(session, id), byName };
}

/**
 * Flavors in full, private ones among them, page by page. Compute API reference: "List Flavors With Details"
 * (`GET /flavors/detail`).
 */
export async function* listFlavorDetails(session: Session): AsyncGenerator<readonly Json[]> {
  const call = { service: 'compute', path: '/flavors/detail', query: { is_public: 'None' } };
  for await (const page of session.pages(call, 'flavors')) yield asRecords(page);
}

/**
 * What is asked of hosts beyond a flavor's size; part of the flavor itself since microversion 2.61. Compute API
 * reference: "List Extra Specs For A Flavor" (`GET /flavors/{flavor_id}/os-extra_specs`).
 */
export async function extraSpecs(session: Session, flavor: Json): Promise<Json> {
  if (isRecord(flavor.extra_specs)) return flavor.extra_specs;
  const path = `/flavors/${encodeURIComponent(asText(flavor.id))}/os-extra_specs`;
  return asRecord(asRecord(await session.json({ service: 'compute', path })).extra_specs);
}

/** Names of the flavors that there are, by id. */
export async function flavorNames(session: Session): Promise<ReadonlyMap<unknown, unknown>> {
  const names = new Map<unknown, unknown>();
  const call = { service: 'compute', path: '/flavors', query: { is_public: 'None' } };
  for await (const page of session.pages(call, 'flavors')) {
    for (const { id, name } of asRecords(page)) names.set(id, name);
  }
  return names;
}
