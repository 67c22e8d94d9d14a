import { itemsOf } from '../../lib/items-of.js';
import { asText, isRecord, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listed, listOf, mapIn, objectOf } from '../answer.js';
import { type Finder, find, findItem, isMissing, resolving } from '../find.js';

/** Compute API reference: "Show Flavor Details" (`GET /flavors/{flavor_id}`). */
export function getFlavor(session: Session, id: string): Promise<Json> {
  return objectOf(session, { service: 'compute', path: `/flavors/${encodeURIComponent(id)}` }, 'flavor');
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
  try {
    return { ...flavor, extra_specs: await extraSpecs(session, flavor) };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { ...flavor, extra_specs: 'N/A' };
  }
}

/** Compute API reference: "List Flavor Access Information" (`GET /flavors/{flavor_id}/os-flavor-access`). */
export function flavorAccess(session: Session, id: string): Promise<readonly Json[]> {
  const path = `/flavors/${encodeURIComponent(id)}/os-flavor-access`;
  return listOf(session, { service: 'compute', path }, 'flavor_access');
}

function flavorKind(session: Session): Finder {
  const call = { service: 'compute', path: '/flavors', query: { is_public: 'None' } };
  const byName = () => itemsOf(listed(session, call, 'flavors'));
  return { noun: 'flavor', anyId: true, get: (id) => getFlavor(session, id), byName };
}

/**
 * Flavors in full, private ones among them, page by page. Compute API reference: "List Flavors With Details"
 * (`GET /flavors/detail`).
 */
export function listFlavorDetails(session: Session): AsyncGenerator<readonly Json[]> {
  return listFlavors(session, { is_public: 'None' });
}

/**
 * What is asked of hosts beyond a flavor's size; part of the flavor itself since microversion 2.61. Compute API
 * reference: "List Extra Specs For A Flavor" (`GET /flavors/{flavor_id}/os-extra_specs`).
 */
export async function extraSpecs(session: Session, flavor: Json): Promise<Json> {
  if (isRecord(flavor.extra_specs)) return flavor.extra_specs;
  const path = `/flavors/${encodeURIComponent(asText(flavor.id))}/os-extra_specs`;
  return mapIn(await session.json({ service: 'compute', path }), 'extra_specs');
}

/** Names of the flavors that there are, by id. */
export async function flavorNames(session: Session): Promise<ReadonlyMap<unknown, unknown>> {
  const names = new Map<unknown, unknown>();
  const call = { service: 'compute', path: '/flavors', query: { is_public: 'None' } };
  for await (const page of listed(session, call, 'flavors')) for (const { id, name } of page) names.set(id, name);
  return names;
}
