import { asText, type Json } from '../../lib/read.js';
import type { Noun, ServiceEndpoint } from './api.js';

interface Collection {
  readonly path: string;
  readonly list: string;
  readonly one: string;
  /** v3's keys by v2.0's. */
  readonly keys: Readonly<Record<string, string>>;
}

const NAMED = { id: 'id', name: 'name' };
export const DESCRIBED = { ...NAMED, description: 'description', enabled: 'enabled' };

export const PLACES: Readonly<Record<Noun, Collection>> = {
  tenant: { path: '/projects', list: 'projects', one: 'project', keys: DESCRIBED },
  user: {
    path: '/users',
    list: 'users',
    one: 'user',
    keys: { ...NAMED, username: 'name', enabled: 'enabled', email: 'email', tenantId: 'default_project_id' },
  },
  role: { path: '/roles', list: 'roles', one: 'role', keys: { ...NAMED, domain_id: 'domain_id' } },
  service: { path: '/services', list: 'services', one: 'service', keys: { ...DESCRIBED, type: 'type' } },
};

/** Keys for the EC2 API: `links` is v3's own. */
export const EC2 = {
  access: 'access',
  secret: 'secret',
  tenant_id: 'tenant_id',
  trust_id: 'trust_id',
  user_id: 'user_id',
};

/** The object under v2.0's keys; a key that is not there stays away. */
export function renamed(row: Json, keys: Readonly<Record<string, string>>): Json {
  const known = Object.entries(keys).filter(([, theirs]) => row[theirs] !== undefined);
  return Object.fromEntries(known.map(([ours, theirs]) => [ours, row[theirs]]));
}

/**
 * v3 has one row per interface where v2.0 has one per region: rows of one service in one region are put together, the
 * first public one with the first internal and the first admin one, the second with the second, and so on. The row
 * keeps the id of its public URL, else of its internal, else of its admin one.
 */
export function foldEndpoints(rows: readonly Json[]): readonly ServiceEndpoint[] {
  return foldedRows(rows).map(fold);
}

/** The rows that are put together, the one whose id the whole has first. */
export function foldedRows(rows: readonly Json[]): readonly (readonly [Json, ...Json[]])[] {
  const places = new Map<string, Json[]>();
  for (const row of rows) {
    const place = JSON.stringify([asText(row.service_id), regionOf(row)]);
    const others = places.get(place);
    if (others === undefined) places.set(place, [row]);
    else others.push(row);
  }
  return [...places.values()].flatMap((place) => {
    const sides = ['public', 'internal', 'admin'].map((side) => place.filter((row) => row.interface === side));
    const count = Math.max(...sides.map((side) => side.length));
    return Array.from({ length: count }, (_, index): [Json, ...Json[]] => {
      const [main = {}, ...more] = sides.flatMap((side): readonly Json[] => side.slice(index, index + 1));
      return [main, ...more];
    });
  });
}

function fold(rows: readonly [Json, ...Json[]]): ServiceEndpoint {
  const [main] = rows;
  const urlOf = (side: string): string => asText(rows.find((row) => row.interface === side)?.url);
  return {
    id: asText(main.id),
    region: regionOf(main),
    publicUrl: urlOf('public'),
    internalUrl: urlOf('internal'),
    adminUrl: urlOf('admin'),
    serviceId: asText(main.service_id),
  };
}

const regionOf = (row: Json): string => asText(row.region_id) || asText(row.region);
