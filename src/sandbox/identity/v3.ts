import { type Answer, type Call, json } from '../call.js';
import { type Caller, type Cloud, callerOf, rolesOf } from '../cloud.js';
import { domain, type Grant } from '../world.js';
import { forbidden, noSuchPath, notFound, unauthorized } from './answers.js';
import { endpointRows } from './catalog.js';
import { oneVersion } from './discovery.js';
import { catalogOf, issueTokenV3, subjectToken } from './v3-tokens.js';
import { projectViewV3, selfLink, userViewV3 } from './views.js';

/** Identity v3, the same on both ports. */
export function identityV3(cloud: Cloud, call: Call): Answer {
  const [, kind, id] = call.path;
  if (kind === undefined && call.method === 'GET') return oneVersion(call, 'v3');
  if (kind === 'auth' && id === 'tokens' && call.method === 'POST') return issueTokenV3(cloud, call);
  if (kind === 'auth' && id === 'tokens') return subjectToken(cloud, call);
  if (call.method !== 'GET' && call.method !== 'HEAD') throw noSuchPath(call);
  const caller = callerOf(cloud, call);
  if (kind === 'auth' && id === 'catalog') return catalogOf(cloud, call, authenticated(caller));
  if (kind === 'auth' && (id === 'projects' || id === 'domains')) return ownScopes(cloud, call, authenticated(caller));
  if (kind === 'users' && call.path[3] === 'projects') return userProjects(cloud, call, authenticated(caller));
  if (kind === 'role_assignments') return assignments(cloud, call, authenticated(caller));
  return collection(cloud, call, authenticated(caller));
}

function authenticated(caller: Caller | undefined): Caller {
  if (caller === undefined) throw unauthorized();
  return caller;
}

interface Row {
  readonly id: string;
  readonly view: unknown;
  readonly name?: string;
}

/** The collections that administrators list: rows, and the word for one of them. */
const collections: Readonly<Record<string, { one: string; rows: (cloud: Cloud, call: Call) => Row[] }>> = {
  services: {
    one: 'service',
    rows: (cloud, call) =>
      cloud.world.services
        .filter(({ type }) => matches(call, 'type', type))
        .map(({ id, name, type, description }) => ({
          id,
          name,
          view: { name, description, id, type, enabled: true, ...selfLink(call, 'services', id) },
        })),
  },
  endpoints: {
    one: 'endpoint',
    rows: (cloud, call) =>
      endpointRows(cloud)
        .filter(
          (row) =>
            matches(call, 'interface', row.interface) &&
            matches(call, 'service_id', row.template.serviceId) &&
            matches(call, 'region_id', row.template.region),
        )
        .map(({ id, template, interface: name, url }) => ({
          id,
          view: {
            id,
            interface: name,
            region_id: template.region,
            service_id: template.serviceId,
            url,
            enabled: true,
            region: template.region,
            ...selfLink(call, 'endpoints', id),
          },
        })),
  },
  projects: {
    one: 'project',
    rows: (cloud, call) =>
      cloud.world.tenants.map((tenant) => ({ id: tenant.id, name: tenant.name, view: projectViewV3(call, tenant) })),
  },
  users: {
    one: 'user',
    rows: (cloud, call) =>
      cloud.world.users.map((user) => ({ id: user.id, name: user.name, view: userViewV3(call, user) })),
  },
  roles: {
    one: 'role',
    rows: (cloud, call) =>
      cloud.world.roles.map(({ id, name }) => ({
        id,
        name,
        view: { id, name, domain_id: null, description: null, options: {}, ...selfLink(call, 'roles', id) },
      })),
  },
  domains: {
    one: 'domain',
    rows: (_cloud, call) => [
      {
        id: domain.id,
        name: domain.name,
        view: {
          id: domain.id,
          name: domain.name,
          description: 'The default domain',
          enabled: true,
          tags: [],
          options: {},
          ...selfLink(call, 'domains', domain.id),
        },
      },
    ],
  },
  regions: {
    one: 'region',
    rows: (cloud, call) => [
      {
        id: cloud.world.region,
        view: {
          id: cloud.world.region,
          description: '',
          parent_region_id: null,
          ...selfLink(call, 'regions', cloud.world.region),
        },
      },
    ],
  },
};

function matches(call: Call, parameter: string, value: string): boolean {
  const wanted = call.query.get(parameter);
  return wanted === null || wanted === value;
}

function listLinks(call: Call): { links: unknown } {
  return {
    links: { next: null, self: `${call.root}${call.rest.replace(/\/$/, '')}${call.url.search}`, previous: null },
  };
}

/** A list, sorted by id as keystone's database gives it, or one row. Everyone may see their own user and project. */
function collection(cloud: Cloud, call: Call, caller: Caller): Answer {
  const [, kind = '', id, more] = call.path;
  const known = Object.hasOwn(collections, kind) ? collections[kind] : undefined;
  if (known === undefined || more !== undefined) throw noSuchPath(call);
  const own = id !== undefined && (id === caller.token.userId || id === caller.token.tenantId);
  if (!caller.admin && !own)
    throw forbidden(`identity:${id === undefined ? 'list' : 'get'}_${id === undefined ? kind : known.one}`);
  const rows = known.rows(cloud, call);
  if (id !== undefined) {
    const found = rows.find((row) => row.id === id);
    if (found === undefined) throw notFound(known.one, id);
    return json(200, { [known.one]: found.view });
  }
  const shown = rows
    .filter(({ name }) => name === undefined || matches(call, 'name', name))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return json(200, { [kind]: shown.map(({ view }) => view), ...listLinks(call) });
}

/** `GET /v3/auth/projects` and `/v3/auth/domains`: what one may be scoped to. */
function ownScopes(cloud: Cloud, call: Call, caller: Caller): Answer {
  const { userId } = caller.token;
  if (call.path[2] === 'domains') {
    const allowed = rolesOf(cloud.world, { userId, domainId: domain.id }).length > 0;
    return json(200, { domains: allowed ? [{ ...domain, enabled: true }] : [], ...listLinks(call) });
  }
  return json(200, { projects: projectsOf(cloud, call, userId), ...listLinks(call) });
}

function projectsOf(cloud: Cloud, call: Call, userId: string): unknown[] {
  return cloud.world.tenants
    .filter((tenant) => rolesOf(cloud.world, { userId, tenantId: tenant.id }).length > 0)
    .map((tenant) => projectViewV3(call, tenant));
}

function userProjects(cloud: Cloud, call: Call, caller: Caller): Answer {
  const [, , userId = ''] = call.path;
  if (!caller.admin && userId !== caller.token.userId) throw forbidden('identity:list_user_projects');
  return json(200, { projects: projectsOf(cloud, call, userId), ...listLinks(call) });
}

/** `GET /v3/role_assignments`, with the filters `user.id`, `scope.project.id`, `role.id` and `include_names`. */
function assignments(cloud: Cloud, call: Call, caller: Caller): Answer {
  if (!caller.admin) throw forbidden('identity:list_role_assignments');
  const { world } = cloud;
  const named = call.query.has('include_names');
  const entity = (id: string, rows: readonly { id: string; name: string }[], inDomain: boolean): unknown => {
    const name = rows.find((row) => row.id === id)?.name;
    return named ? { id, name, ...(inDomain ? { domain } : {}) } : { id };
  };
  const view = (grant: Grant): unknown => ({
    links: {
      assignment: `${call.root}/v3/${
        grant.tenantId === undefined ? `domains/${domain.id}` : `projects/${grant.tenantId}`
      }/users/${grant.userId}/roles/${grant.roleId}`,
    },
    scope:
      grant.tenantId === undefined
        ? { domain: entity(domain.id, [domain], false) }
        : { project: entity(grant.tenantId, world.tenants, true) },
    user: entity(grant.userId, world.users, true),
    role: entity(grant.roleId, world.roles, false),
  });
  const shown = world.grants.filter(
    (grant) =>
      matches(call, 'user.id', grant.userId) &&
      matches(call, 'role.id', grant.roleId) &&
      matches(call, 'scope.project.id', grant.tenantId ?? ''),
  );
  return json(200, { role_assignments: shown.map(view), ...listLinks(call) });
}
