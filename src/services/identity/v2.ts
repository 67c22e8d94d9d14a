import { asText, type Json } from '../../lib/read.js';
import type { Call, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import type { IdentityApi, Noun } from './api.js';
import { ec2Path, PLACES } from './v2-places.js';

/**
 * Identity v2.0's admin API, at the catalogue's adminURL: the public port does not know these paths, or answers them
 * with less. Paths and keys: keystone 2014.1 `contrib/admin_crud/core.py`, `catalog/controllers.py`,
 * `identity/routers.py`, `contrib/ec2/core.py`.
 */
export function identityV2(session: Session): IdentityApi {
  const at = (path: string): Call => ({ service: 'identity', path, interface: 'admin', version: 'v2.0' });
  const pages = (path: string, key: string): AsyncGenerator<readonly Json[]> => listed(session, at(path), key);
  async function* read<T>(rows: AsyncIterable<readonly Json[]>, as: (row: Json) => T): AsyncGenerator<readonly T[]> {
    for await (const page of rows) yield page.map(as);
  }
  const all = (noun: Noun): AsyncGenerator<readonly Json[]> => {
    const [path, list] = PLACES[noun];
    return pages(path, list);
  };
  const ec2 = (userId: string, access?: string): Call => ({ ...at(ec2Path(userId, access)), bringsSecrets: true });
  return {
    services: () =>
      read(all('service'), (row) => ({
        id: asText(row.id),
        name: asText(row.name),
        type: asText(row.type),
        description: asText(row.description),
      })),
    endpoints: () =>
      // Lower case here, unlike in the catalogue; a URL that is not there has no key.
      read(pages('/endpoints', 'endpoints'), (row) => ({
        id: asText(row.id),
        region: asText(row.region),
        publicUrl: asText(row.publicurl),
        internalUrl: asText(row.internalurl),
        adminUrl: asText(row.adminurl),
        serviceId: asText(row.service_id),
      })),
    all,
    get: (noun, id) => {
      const [path, , one] = PLACES[noun];
      return objectOf(session, at(`${path}/${encodeURIComponent(id)}`), one);
    },
    // `?name=` answers with one object, or is not known, depending on the release.
    named: all,
    async *ownTenants() {
      const { authUrl } = await session.accessInfo();
      yield* listed(session, { service: 'identity', path: '/tenants', at: authUrl }, 'tenants');
    },
    usersIn: (tenantId) => pages(`/tenants/${encodeURIComponent(tenantId)}/users`, 'users'),
    rolesOf: (userId, tenantId) =>
      pages(`/tenants/${encodeURIComponent(tenantId)}/users/${encodeURIComponent(userId)}/roles`, 'roles'),
    ec2Credentials: (userId) => listed(session, ec2(userId), 'credentials'),
    ec2Credential: (userId, access) => objectOf(session, ec2(userId, access), 'credential'),
  };
}
