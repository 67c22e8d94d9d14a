import { type Json, records, text } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import type { IdentityApi, ServiceEndpoint } from './api.js';

/** Identity v3's API, at the interface of the settings. Paths and keys: keystone `api-ref/source/v3/service-catalog.inc`. */
export function identityV3(session: Session): IdentityApi {
  async function* pages(path: string, key: string): AsyncGenerator<readonly Json[]> {
    const call = { service: 'identity', path, version: 'v3' };
    for await (const page of session.pages(call, key)) yield records(page);
  }
  return {
    async *services() {
      for await (const page of pages('/services', 'services')) {
        yield page.map((row) => ({
          id: text(row.id),
          name: text(row.name),
          type: text(row.type),
          description: text(row.description),
        }));
      }
    },
    async *endpoints() {
      const rows: Json[] = [];
      for await (const page of pages('/endpoints', 'endpoints')) rows.push(...page);
      yield foldEndpoints(rows);
    },
  };
}

/**
 * v3 has one row per interface where v2.0 has one per region: rows of one service in one region are put together, the
 * first public one with the first internal and the first admin one, the second with the second, and so on. The row
 * keeps the id of its public URL, else of its internal, else of its admin one.
 */
export function foldEndpoints(rows: readonly Json[]): readonly ServiceEndpoint[] {
  const places = new Map<string, Json[]>();
  for (const row of rows) {
    const place = JSON.stringify([text(row.service_id), regionOf(row)]);
    const others = places.get(place);
    if (others === undefined) places.set(place, [row]);
    else others.push(row);
  }
  return [...places.values()].flatMap((place) => {
    const of = (side: string): readonly Json[] => place.filter((row) => row.interface === side);
    const [publics, internals, admins] = [of('public'), of('internal'), of('admin')];
    const count = Math.max(publics.length, internals.length, admins.length);
    return Array.from({ length: count }, (_, index) => fold(publics[index], internals[index], admins[index]));
  });
}

function fold(publicRow: Json | undefined, internalRow: Json | undefined, adminRow: Json | undefined): ServiceEndpoint {
  const main: Json = publicRow ?? internalRow ?? adminRow ?? {};
  return {
    id: text(main.id),
    region: regionOf(main),
    publicUrl: text(publicRow?.url),
    internalUrl: text(internalRow?.url),
    adminUrl: text(adminRow?.url),
    serviceId: text(main.service_id),
  };
}

const regionOf = (row: Json): string => text(row.region_id) || text(row.region);
