import { type Answer, asObject, asText, type Call, json, nothing, parsed } from '../call.js';
import { type Caller, type Cloud, rolesOf } from '../cloud.js';
import type { Token } from '../tokens.js';
import { forbidden, missing, noSuchPath, notFound, timestamp, unauthorized } from './answers.js';
import { catalogV2 } from './catalog.js';
import { checkPassword, checkTenant } from './login.js';
import { tenantView } from './views.js';

/** `POST /v2.0/tokens`, on the public and the admin port alike: 200 with the whole `access`. */
export function issueToken(cloud: Cloud, call: Call): Answer {
  if (call.body.length > 0 && !/^application\/json\b/.test(call.headers['content-type'] ?? '')) {
    throw missing('application/json', 'Content-Type header');
  }
  const body = call.body.length === 0 ? {} : parsed(call.body);
  if (body === undefined) throw missing('valid JSON', 'request body');
  const auth = asObject(asObject(body)?.auth);
  const credentials = asObject(auth?.passwordCredentials);
  const given = asObject(auth?.token);
  if (auth === undefined || (credentials === undefined && given === undefined)) throw missing('auth', 'request body');
  const { user, methods, from } = given === undefined ? byPassword(cloud, credentials ?? {}) : byToken(cloud, given);
  const tenant = wantedTenant(cloud, auth);
  const token = cloud.tokens.issue({
    userId: user.id,
    methods,
    ...(tenant === 'none' ? {} : { tenantId: checkTenant(cloud, user, tenant).id }),
    ...(from === undefined ? {} : { from }),
  });
  return json(200, access(cloud, token));
}

function byPassword(cloud: Cloud, credentials: Readonly<Record<string, unknown>>) {
  const id = asText(credentials.userId);
  const name = asText(credentials.username);
  if (typeof credentials.password !== 'string') throw missing('password', 'passwordCredentials');
  if (id === undefined && name === undefined) throw missing('username or userId', 'passwordCredentials');
  const found = cloud.world.users.find((user) => (id === undefined ? user.name === name : user.id === id));
  return { user: checkPassword(found, credentials.password), methods: ['password'], from: undefined };
}

function byToken(cloud: Cloud, given: Readonly<Record<string, unknown>>) {
  if (given.id === undefined) throw missing('id', 'token');
  const from = cloud.tokens.find(asText(given.id));
  const user = cloud.world.users.find(({ id }) => id === from?.userId);
  if (from === undefined || user === undefined) throw unauthorized();
  return { user, methods: [...new Set([...from.methods, 'token'])], from };
}

/** The tenant of a login. With an id the name is not even looked at; empty and null count as not given. */
function wantedTenant(cloud: Cloud, auth: Readonly<Record<string, unknown>>) {
  const id = asText(auth.tenantId);
  const name = asText(auth.tenantName);
  if (id === undefined && name === undefined) return 'none' as const;
  return cloud.world.tenants.find((tenant) => (id === undefined ? tenant.name === name : tenant.id === id));
}

/** `access` of a token: the answer to a login and to a validation. */
function access(cloud: Cloud, token: Token): unknown {
  const { world } = cloud;
  const tenant = world.tenants.find(({ id }) => id === token.tenantId);
  const user = world.users.find(({ id }) => id === token.userId);
  const roles = rolesOf(world, token);
  return {
    access: {
      token: {
        issued_at: timestamp(token.issued),
        expires: timestamp(token.expires),
        id: token.id,
        ...(tenant === undefined ? {} : { tenant: tenantView(tenant) }),
        audit_ids: token.auditIds,
      },
      serviceCatalog: tenant === undefined ? [] : catalogV2(cloud, tenant.id),
      user: {
        username: user?.name,
        roles_links: [],
        id: token.userId,
        roles: roles.map(({ name }) => ({ name })),
        name: user?.name,
      },
      metadata: { is_admin: 0, roles: roles.map(({ id }) => id) },
    },
  };
}

/** `/tokens/{id}` and `/tokens/{id}/endpoints`: for administrators, on both ports; revoking on the admin port only. */
export function knownToken(cloud: Cloud, call: Call, caller: Caller | 'admin token', onAdminPort: boolean): Answer {
  const [, , id = '', part] = call.path;
  const admin = caller === 'admin token' || caller.admin;
  if (call.method === 'DELETE') {
    if (!onAdminPort || part !== undefined) throw noSuchPath(call);
    if (!admin) throw forbidden('admin_required');
    if (cloud.tokens.find(id) === undefined) throw notFound('token', id);
    cloud.tokens.revoke(id);
    return nothing();
  }
  if (call.method !== 'GET' && call.method !== 'HEAD') throw noSuchPath(call);
  if (!admin) throw forbidden('identity:validate_token');
  const token = cloud.tokens.find(id);
  if (token === undefined) throw notFound('token', id);
  if (part === undefined) {
    const owner = call.query.get('belongsTo');
    if (owner !== null && owner !== token.tenantId) throw unauthorized();
    return json(200, access(cloud, token));
  }
  if (part !== 'endpoints') throw noSuchPath(call);
  return json(200, { endpoints_links: [], endpoints: endpointsOf(cloud, token) });
}

function endpointsOf(cloud: Cloud, token: Token): unknown[] {
  if (token.tenantId === undefined) return [];
  return catalogV2(cloud, token.tenantId).flatMap((entry) => {
    const { endpoints, name, type } = entry as { endpoints: object[]; name: string; type: string };
    return endpoints.map((endpoint) => ({ name, type, ...endpoint }));
  });
}
