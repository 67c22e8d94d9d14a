import { Failure } from '../../core/errors.js';
import { asText, type Json } from '../../lib/read.js';
import type { Call, Query, Session } from '../../session/session.js';
import { listed, objectIn, objectOf } from '../answer.js';
import type { IdentityApi, Noun, ServiceEndpoint } from './api.js';

interface Collection {
  readonly path: string;
  readonly list: string;
  readonly one: string;
  /** v3's keys by v2.0's. */
  readonly keys: Readonly<Record<string, string>>;
}

const NAMED = { id: 'id', name: 'name' };
const DESCRIBED = { ...NAMED, description: 'description', enabled: 'enabled' };

const PLACES: Readonly<Record<Noun, Collection>> = {
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
const EC2 = { access: 'access', secret: 'secret', tenant_id: 'tenant_id', trust_id: 'trust_id', user_id: 'user_id' };

/** The object under v2.0's keys; a key that is not there stays away. */
function renamed(row: Json, keys: Readonly<Record<string, string>>): Json {
  const known = Object.entries(keys).filter(([, theirs]) => row[theirs] !== undefined);
  return Object.fromEntries(known.map(([ours, theirs]) => [ours, row[theirs]]));
}

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
  const ec2 = (userId: string, access?: string): Call => {
    const path = `/users/${encodeURIComponent(userId)}/credentials/OS-EC2`;
    return { ...at(access === undefined ? path : `${path}/${encodeURIComponent(access)}`), bringsSecrets: true };
  };
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
      const rows: Json[] = [];
      for await (const page of pages('/endpoints', 'endpoints')) rows.push(...page);
      yield foldEndpoints(rows);
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
    addRole: async (userId, roleId, tenantId) => {
      if (tenantId === undefined) {
        throw new Failure('Identity v3 has no roles without a project.', { hint: 'Name one with --tenant.' });
      }
      const [project, user, role] = [tenantId, userId, roleId].map(encodeURIComponent);
      const path = `/projects/${project}/users/${user}/roles/${role}`;
      await session.json({ ...at(path), method: 'PUT', mayBeEmpty: true });
    },
    async *ec2Credentials(userId) {
      for await (const page of listed(session, ec2(userId), 'credentials')) yield page.map((row) => renamed(row, EC2));
    },
    ec2Credential: async (userId, access) => {
      return renamed(await objectOf(session, ec2(userId, access), 'credential'), EC2);
    },
    createEc2Credential: async (userId, tenantId) => {
      const call: Call = { ...ec2(userId), method: 'POST', body: { tenant_id: tenantId } };
      return renamed(await objectOf(session, call, 'credential'), EC2);
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
    const place = JSON.stringify([asText(row.service_id), regionOf(row)]);
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
    id: asText(main.id),
    region: regionOf(main),
    publicUrl: asText(publicRow?.url),
    internalUrl: asText(internalRow?.url),
    adminUrl: asText(adminRow?.url),
    serviceId: asText(main.service_id),
  };
}

const regionOf = (row: Json): string => asText(row.region_id) || asText(row.region);
