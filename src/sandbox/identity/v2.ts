import { createHash, randomBytes } from 'node:crypto';
import { type Answer, asObject, asText, type Call, json, nothing, parsed, Refusal } from '../call.js';
import { type Caller, type Cloud, callerOf, rolesOf } from '../cloud.js';
import { answerResource } from '../resource.js';
import { forbidden, noSuchPath, notFound, unauthorized } from './answers.js';
import { oneVersion } from './discovery.js';
import { extensions } from './extensions.js';
import { tenantRoles } from './grants.js';
import type { IdentityCall } from './rows.js';
import { endpoints, roles, services, slicedTenants, tenants, users, v2Api } from './v2-resources.js';
import { issueToken, knownToken } from './v2-tokens.js';
import { ec2View, tenantView, userView } from './views.js';

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
  return administration(cloud, { ...call, cloud });
}

const unexpected = 'An unexpected error prevented the server from fulfilling your request.';

function authenticated(cloud: Cloud, call: Call): Caller | 'admin token' {
  if (call.headers['x-auth-token'] === cloud.world.adminToken) return 'admin token';
  const caller = callerOf(cloud, call);
  if (caller === undefined) throw unauthorized();
  return caller;
}

/** `GET /tenants` on the public port: the caller's own, for an administrator too. */
function ownTenants(cloud: Cloud, call: Call): Answer {
  const caller = authenticated(cloud, call);
  if (caller === 'admin token') throw unauthorized();
  const { userId } = caller.token;
  const own = cloud.world.tenants.filter(
    ({ id, enabled }) => enabled && rolesOf(cloud.world, { userId, tenantId: id }).length > 0,
  );
  return slicedTenants({ ...call, cloud }, own);
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
function administration(cloud: Cloud, call: IdentityCall): Answer {
  const [, kind = ''] = call.path;
  if (!['tenants', 'users', 'endpoints', 'OS-KSADM', 'tokens'].includes(kind)) throw noSuchPath(call);
  const caller = authenticated(cloud, call);
  if (caller !== 'admin token' && !caller.admin) throw forbidden('admin_required');
  if (kind === 'tokens') throw call.path[2] === 'revoked' ? new Refusal(500, unexpected) : noSuchPath(call);
  const answer =
    kind === 'tenants'
      ? allTenants(call)
      : kind === 'users'
        ? allUsers(call)
        : otherResource(call, kind === 'OS-KSADM');
  if (answer === undefined) throw noSuchPath(call);
  return answer;
}

/** With `?name=` it is one object under another key, not a list of one. */
function allTenants(call: IdentityCall): Answer | undefined {
  const { world } = call.cloud;
  const [, , id, part, userId, last] = call.path;
  const name = call.query.get('name');
  if (id === undefined && name !== null && call.method === 'GET') {
    const tenant = world.tenants.find((row) => row.name === name);
    if (tenant === undefined) throw notFound('project', name);
    return json(200, { tenant: tenantView(tenant) });
  }
  if (part === undefined) return answerResource(v2Api, tenants, call, id);
  if (!world.tenants.some((row) => row.id === id)) throw notFound('project', id ?? '');
  if (part === 'users' && last === 'roles') return tenantRoles(call);
  if (part !== 'users' || userId !== undefined || call.method !== 'GET') return undefined;
  const members = world.users.filter((user) => rolesOf(world, { userId: user.id, tenantId: id }).length > 0);
  return json(200, { users: members.map(userView) });
}

function allUsers(call: IdentityCall): Answer | undefined {
  const { world } = call.cloud;
  const [, , id, part, changed, more] = call.path;
  const name = call.query.get('name');
  if (id === undefined && name !== null && call.method === 'GET') {
    const user = world.users.find((row) => row.name === name);
    if (user === undefined) throw notFound('user', name);
    return json(200, { user: userView(user) });
  }
  if (part === undefined) return answerResource(v2Api, users, call, id);
  if (part === 'roles') throw new Refusal(501, 'User roles not supported: tenant_id required');
  // `enabled`, `password` or `tenant`: the same update under a path for each.
  const known = part === 'OS-KSADM' && ['enabled', 'password', 'tenant'].includes(changed ?? '') && more === undefined;
  return known && call.method === 'PUT' ? answerResource(v2Api, users, call, id) : undefined;
}

/** `/endpoints[/{id}]`, `/OS-KSADM/services[/{id}]`, `/OS-KSADM/roles[/{id}]`. */
function otherResource(call: IdentityCall, extension: boolean): Answer | undefined {
  const [kind, id, more] = call.path.slice(extension ? 2 : 1);
  if (more !== undefined) return undefined;
  if (!extension) {
    // One endpoint cannot be asked for.
    return id !== undefined && call.method === 'GET' ? undefined : answerResource(v2Api, endpoints, call, id);
  }
  if (kind === 'services') return answerResource(v2Api, services, call, id);
  return kind === 'roles' ? answerResource(v2Api, roles, call, id) : undefined;
}
