import { itemsOf } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Call, Query, Session } from '../../session/session.js';
import { listed, objectIn, objectOf } from '../answer.js';
import type { IdentityApi, Noun } from './api.js';
import { ec2Path } from './v2-places.js';
import { DESCRIBED, EC2, foldEndpoints, PLACES, renamed } from './v3-places.js';

/**
 * Identity v3's API, at the interface of the settings. Paths and keys: keystone `api-ref/source/v3/service-catalog.inc`,
 * `projects.inc`, `users.inc`, `roles.inc`, `api-ref/source/v3-ext`. Who has a role where is asked of the role
 * assignments, with `effective`: as over v2.0, roles that come by way of a group count.
 */
export function identityV3(session: Session): IdentityApi {
  const at = (path: string, query?: Query): Call => ({
    service: 'identity',
    path,
    version: 'v3',
    ...(query === undefined ? {} : { query }),
  });
  const pages = (path: string, key: string, query?: Query): AsyncGenerator<readonly Json[]> =>
    listed(session, at(path, query), key);
  async function* read(noun: Noun, query?: Query): AsyncGenerator<readonly Json[]> {
    const { path, list, keys } = PLACES[noun];
    for await (const page of pages(path, list, query)) yield page.map((row) => renamed(row, keys));
  }
  const assignments = (query: Query): AsyncGenerator<readonly Json[]> =>
    pages('/role_assignments', 'role_assignments', { ...query, effective: 'true' });
  const ec2 = (userId: string, access?: string): Call => ({ ...at(ec2Path(userId, access)), bringsSecrets: true });
  return {
    async *services() {
      for await (const page of pages('/services', 'services')) {
        yield page.map((row) => ({
          id: asText(row.id),
          name: asText(row.name),
          type: asText(row.type),
          description: asText(row.description),
        }));
      }
    },
    async *endpoints() {
      yield foldEndpoints(await itemsOf(pages('/endpoints', 'endpoints')));
    },
    all: (noun) => read(noun),
    get: async (noun, id) => {
      const { path, one, keys } = PLACES[noun];
      return renamed(await objectOf(session, at(`${path}/${encodeURIComponent(id)}`), one), keys);
    },
    named: (noun, name) => read(noun, { name }),
    async *ownTenants() {
      const { authUrl } = await session.accessInfo();
      const call: Call = { service: 'identity', path: '/auth/projects', at: authUrl };
      for await (const page of listed(session, call, 'projects')) {
        yield page.map((row) => renamed(row, { ...DESCRIBED, domain_id: 'domain_id' }));
      }
    },
    async *usersIn(tenantId) {
      const ids = new Set<string>();
      for await (const page of assignments({ 'scope.project.id': tenantId })) {
        for (const row of page) ids.add(asText(objectIn(row, 'user', 'identity').id));
      }
      for await (const page of read('user')) yield page.filter((row) => ids.has(asText(row.id)));
    },
    async *rolesOf(userId, tenantId) {
      const roles = new Map<string, Json>();
      const query = { 'user.id': userId, 'scope.project.id': tenantId, include_names: 'true' };
      for await (const page of assignments(query)) {
        for (const row of page) {
          const role = objectIn(row, 'role', 'identity');
          roles.set(asText(role.id), renamed(role, PLACES.role.keys));
        }
      }
      yield [...roles.values()];
    },
    async *ec2Credentials(userId) {
      for await (const page of listed(session, ec2(userId), 'credentials')) yield page.map((row) => renamed(row, EC2));
    },
    ec2Credential: async (userId, access) => {
      return renamed(await objectOf(session, ec2(userId, access), 'credential'), EC2);
    },
  };
}
