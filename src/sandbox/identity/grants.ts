import { type Answer, json, nothing, Refusal } from '../call.js';
import type { Role } from '../world.js';
import { noSuchPath, notFound } from './answers.js';
import { conflict, type IdentityCall } from './rows.js';
import { roleView, roleViewV3 } from './views.js';

/** Whom a role is given to and where: a tenant, or for v3 the domain. */
interface Place {
  readonly userId: string;
  readonly tenantId?: string;
  readonly domainId?: string;
}

function granted({ cloud: { world } }: IdentityCall, place: Place): Role[] {
  const here = world.grants.filter(
    ({ userId, tenantId, domainId }) =>
      userId === place.userId && tenantId === place.tenantId && domainId === place.domainId,
  );
  return here.flatMap(({ roleId }) => world.roles.filter(({ id }) => id === roleId));
}

function roleOf({ cloud: { world } }: IdentityCall, id: string): Role {
  const role = world.roles.find((row) => row.id === id);
  if (role === undefined) throw notFound('role', id);
  return role;
}

/** Throws 404 for a user or a tenant that there is not. */
function checkPlace({ cloud: { world } }: IdentityCall, { userId, tenantId }: Place): void {
  if (!world.users.some(({ id }) => id === userId)) throw notFound('user', userId);
  if (tenantId !== undefined && !world.tenants.some(({ id }) => id === tenantId)) throw notFound('project', tenantId);
}

function take({ cloud: { world } }: IdentityCall, place: Place, role: Role): void {
  const at = world.grants.findIndex(
    (grant) =>
      grant.roleId === role.id &&
      grant.userId === place.userId &&
      grant.tenantId === place.tenantId &&
      grant.domainId === place.domainId,
  );
  world.grants.splice(at, 1);
}

/** `/tenants/{t}/users/{u}/roles[/OS-KSADM/{role}]` of v2.0: a second time is a conflict. */
export function tenantRoles(call: IdentityCall): Answer {
  const [, , tenantId = '', , userId = '', , extension, roleId = '', more] = call.path;
  if (more !== undefined) throw noSuchPath(call);
  const place = { userId, tenantId };
  if (extension === undefined) {
    if (call.method !== 'GET') throw noSuchPath(call);
    if (!call.cloud.world.users.some(({ id }) => id === userId)) throw notFound('user', userId);
    return json(200, { roles: granted(call, place).map(roleView) });
  }
  if (extension !== 'OS-KSADM' || (call.method !== 'PUT' && call.method !== 'DELETE')) throw noSuchPath(call);
  const role = roleOf(call, roleId);
  checkPlace(call, place);
  const has = granted(call, place).includes(role);
  if (call.method === 'PUT') {
    if (has) throw conflict('role grant', `User ${userId} already has role ${roleId} in tenant ${tenantId}`);
    call.cloud.world.grants.push({ userId, tenantId, roleId });
    return json(200, { role: roleView(role) });
  }
  if (!has) throw new Refusal(404, `Cannot remove role that has not been granted, ${roleId}`);
  take(call, place, role);
  return nothing();
}

/** `/projects/{p}/users/{u}/roles[/{role}]` and the same of `/domains` of v3: a second time changes nothing. */
export function grantsV3(call: IdentityCall, links: unknown): Answer {
  const [, kind, where = '', , userId = '', , roleId, more] = call.path;
  if (more !== undefined) throw noSuchPath(call);
  const place = kind === 'projects' ? { userId, tenantId: where } : { userId, domainId: where };
  if (roleId === undefined) {
    if (call.method !== 'GET') throw noSuchPath(call);
    checkPlace(call, place);
    return json(200, { roles: granted(call, place).map((role) => roleViewV3(call, role)), ...(links as object) });
  }
  const role = roleOf(call, roleId);
  checkPlace(call, place);
  const has = granted(call, place).includes(role);
  if (call.method === 'PUT') {
    if (!has) call.cloud.world.grants.push({ ...place, roleId });
    return nothing();
  }
  if (!has)
    throw notFound(
      'role assignment with role',
      `${roleId}, user or group: ${userId}, project, domain, or system: ${where}`,
    );
  if (call.method === 'DELETE') take(call, place, role);
  else if (call.method !== 'GET' && call.method !== 'HEAD') throw noSuchPath(call);
  return nothing();
}
