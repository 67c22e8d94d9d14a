import { type Json, records, text } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import type { IdentityApi } from './api.js';

/**
 * Identity v2.0's admin API, at the catalogue's adminURL: the public port does not know these paths, or answers them
 * with less. Paths and keys: keystone 2014.1 `contrib/admin_crud/core.py`, `catalog/controllers.py`.
 */
export function identityV2(session: Session): IdentityApi {
  async function* pages<T>(path: string, key: string, read: (row: Json) => T): AsyncGenerator<readonly T[]> {
    const call = { service: 'identity', path, interface: 'admin', version: 'v2.0' } as const;
    for await (const page of session.pages(call, key)) yield records(page).map(read);
  }
  return {
    services: () =>
      pages('/OS-KSADM/services', 'OS-KSADM:services', (row) => ({
        id: text(row.id),
        name: text(row.name),
        type: text(row.type),
        description: text(row.description),
      })),
    endpoints: () =>
      // Lower case here, unlike in the catalogue; a URL that is not there has no key.
      pages('/endpoints', 'endpoints', (row) => ({
        id: text(row.id),
        region: text(row.region),
        publicUrl: text(row.publicurl),
        internalUrl: text(row.internalurl),
        adminUrl: text(row.adminurl),
        serviceId: text(row.service_id),
      })),
  };
}
