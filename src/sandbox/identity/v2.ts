import { createHash, randomBytes } from 'node:crypto';
import { type Answer, asObject, asText, type Call, json, nothing, parsed, Refusal } from '../call.js';
import { type Caller, type Cloud, callerOf, rolesOf } from '../cloud.js';
import type { Tenant } from '../world.js';
import { forbidden, noSuchPath, notFound, unauthorized } from './answers.js';
import { oneVersion } from './discovery.js';
import { extensions } from './extensions.js';
import { issueToken, knownToken } from './v2-tokens.js';
import { ec2View, roleView, serviceView, tenantView, userView } from './views.js';

/**
 * Identity v2.0. The public port knows only logins, the caller's own tenants and keys; everything else is not forbidden
 * there but unknown.
 */
export function identityV2(cloud: Cloud, call: Call, onAdminPort: boolean): Answer {
  const [, kind, id] = call.path;
  if (kind === undefined && call.method === 'GET') return oneVersion(call, 'v2.0');
  if (kind === 'extensions' && call.method === 'GET') return extensions(call, onAdminPort);
  if (kind === 'tokens' && id === undefined && call.method === 'POST') return issueToken(cloud, call);
  if (kind === 'tokens' && id !== undefined && id !== 'revoked') {
    return knownToken(cloud, call, authenticated(cloud, call), onAdminPort);
  }
  if (kind === 'tenants' && id === undefined && !onAdminPort && call.method === 'GET') return ownTenants(cloud, call);
  if (kind === 'users' && call.path[3] === 'credentials' && call.path[4] === 'OS-EC2') return ec2(cloud, call);
  if (kind === 'certificates') throw new Refusal(500, unexpected);
  if (!onAdminPort) throw noSuchPath(call);
  return administration(cloud, call);
}

const unexpected = 'An unexpected error prevented the server from fulfilling your request.';

function authenticated(cloud: Cloud, call: Call): Caller | 'admin token' {
  if (call.headers['x-auth-token'] === cloud.world.adminToken) return 'admin token';
  const caller = callerOf(cloud, call);
  if (caller === undefined) throw unauthorized();
  return caller;
}

function byName<Row extends { name: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** `?limit=&marker=` as keystone 12 does it: there are never any links. */
function sliced(tenants: readonly Tenant[], call: Call): Answer {
  const marker = call.query.get('marker');
  const at = marker === null ? 0 : tenants.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, 'Marker could not be found');
  const limit = call.query.get('limit');
  if (limit !== null && !/^\d+$/.test(limit)) throw new Refusal(400, 'Invalid limit value');
  const rows = tenants.slice(at, limit === null ? undefined : at + Number(limit));
  return json(200, { tenants_links: [], tenants: rows.map(tenantView) });
}

/** `GET /tenants` on the public port: the caller's own, for an administrator too. */
function ownTenants(cloud: Cloud, call: Call): Answer {
  const caller = authenticated(cloud, call);
  if (caller === 'admin token') throw unauthorized();
  const { userId } = caller.token;
  const own = cloud.world.tenants.filter(
    ({ id, enabled }) => enabled && rolesOf(cloud.world, { userId, tenantId: id }).length > 0,
  );
  return sliced(byName(own), call);
}

/** `/users/{id}/credentials/OS-EC2[/{access}]`: one's own, or as an administrator anybody's. */
function ec2(cloud: Cloud, call: Call): Answer {
  const caller = authenticated(cloud, call);
  const [, , user = '', , , access] = call.path;
  if (caller !== 'admin token' && !caller.admin && caller.token.userId !== user) throw forbidden();
  const rows = cloud.world.ec2Credentials;
  if (access === undefined) {
    if (call.method === 'POST') return createEc2(cloud, call, user);
    if (call.method !== 'GET') throw noSuchPath(call);
    return json(200, { credentials: rows.filter(({ userId }) => userId === user).map(ec2View) });
  }
  const found = rows.find((row) => row.access === access && row.userId === user);
  // Keystone looks it up under a digest, and that is the id that it names.
  if (found === undefined) throw notFound('credential', createHash('sha256').update(access).digest('hex'));
  if (call.method === 'GET') return json(200, { credential: ec2View(found) });
  if (call.method !== 'DELETE') throw noSuchPath(call);
  rows.splice(rows.indexOf(found), 1);
  return nothing();
}

function createEc2(cloud: Cloud, call: Call, user: string): Answer {
  const wanted = asText(asObject(parsed(call.body))?.tenant_id);
  const tenant = cloud.world.tenants.find(({ id }) => id === wanted);
  if (!cloud.world.users.some(({ id }) => id === user)) throw notFound('user', user);
  if (tenant === undefined) throw notFound('project', wanted ?? '');
  const made = {
    access: randomBytes(16).toString('hex'),
    secret: randomBytes(16).toString('hex'),
    userId: user,
    tenantId: tenant.id,
  };
  cloud.world.ec2Credentials.push(made);
  return json(200, { credential: ec2View(made) });
}

/** What only the admin port knows, and only administrators may ask. */
function administration(cloud: Cloud, call: Call): Answer {
  const { world } = cloud;
  const [, kind = '', id, part, userId, last] = call.path;
  const known = ['tenants', 'users', 'endpoints', 'OS-KSADM', 'tokens'].includes(kind);
  if (!known || call.method !== 'GET') throw noSuchPath(call);
  const caller = authenticated(cloud, call);
  if (caller !== 'admin token' && !caller.admin) throw forbidden('admin_required');
  if (kind === 'tokens' && id === 'revoked') throw new Refusal(500, unexpected);
  if (kind === 'tenants') {
    if (id === undefined) return allTenants(cloud, call);
    const tenant = world.tenants.find((row) => row.id === id);
    if (tenant === undefined) throw notFound('project', id);
    if (part === undefined) return json(200, { tenant: tenantView(tenant) });
    if (part === 'users' && last === 'roles') return tenantRoles(cloud, tenant.id, userId ?? '');
    if (part === 'users' && userId === undefined) return tenantUsers(cloud, tenant.id);
  }
  if (kind === 'users') {
    const name = call.query.get('name');
    if (id === undefined && name === null) return json(200, { users: world.users.map(userView) });
    const user = world.users.find((row) => (id === undefined ? row.name === name : row.id === id));
    if (part === 'roles') throw new Refusal(501, 'User roles not supported: tenant_id required');
    if (user === undefined) throw notFound('user', id ?? name ?? '');
    if (part === undefined) return json(200, { user: userView(user) });
  }
  if (kind === 'endpoints' && id === undefined) return endpoints(cloud);
  if (kind === 'OS-KSADM' && id === 'services') {
    if (part === undefined) return json(200, { 'OS-KSADM:services': world.services.map(serviceView) });
    const service = world.services.find((row) => row.id === part);
    if (service === undefined) throw notFound('service', part);
    return json(200, { 'OS-KSADM:service': serviceView(service) });
  }
  if (kind === 'OS-KSADM' && id === 'roles') {
    if (part === undefined) return json(200, { roles: world.roles.map(roleView) });
    const role = world.roles.find((row) => row.id === part);
    if (role === undefined) throw notFound('role', part);
    return json(200, { role: roleView(role) });
  }
  throw noSuchPath(call);
}

/** With `?name=` it is one object under another key, not a list of one. */
function allTenants(cloud: Cloud, call: Call): Answer {
  const name = call.query.get('name');
  if (name === null) return sliced(byName(cloud.world.tenants), call);
  const tenant = cloud.world.tenants.find((row) => row.name === name);
  if (tenant === undefined) throw notFound('project', name);
  return json(200, { tenant: tenantView(tenant) });
}

function tenantUsers({ world }: Cloud, tenantId: string): Answer {
  const members = world.users.filter(({ id }) => rolesOf(world, { userId: id, tenantId }).length > 0);
  return json(200, { users: members.map(userView) });
}

function tenantRoles({ world }: Cloud, tenantId: string, userId: string): Answer {
  if (!world.users.some(({ id }) => id === userId)) throw notFound('user', userId);
  return json(200, { roles: rolesOf(world, { userId, tenantId }).map(roleView) });
}

/** URLs with small letters here, capital ones in the catalogue; a URL that is not set has no key. */
function endpoints(cloud: Cloud): Answer {
  const url = (key: string, value: string | undefined) =>
    value === undefined ? {} : { [key]: cloud.layout.translate(value) };
  return json(200, {
    endpoints: cloud.world.endpoints.map((row) => ({
      ...url('adminurl', row.adminurl),
      service_id: row.serviceId,
      region: row.region,
      ...url('publicurl', row.publicurl),
      enabled: true,
      id: row.id,
      ...url('internalurl', row.internalurl),
    })),
  });
}
