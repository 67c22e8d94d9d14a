import { type Answer, asObject, asText, type Call, json, nothing, parsed } from '../call.js';
import { type Caller, type Cloud, callerOf, rolesOf } from '../cloud.js';
import { answerResource } from '../resource.js';
import { domain, type Grant } from '../world.js';
import { forbidden, noSuchPath, unauthorized } from './answers.js';
import { oneVersion } from './discovery.js';
import { grantsV3 } from './grants.js';
import { checkPassword } from './login.js';
import { listLinks, matches, type V3Call, v3Api, v3Resources } from './v3-resources.js';
import { catalogOf, issueTokenV3, subjectToken } from './v3-tokens.js';
import { projectViewV3 } from './views.js';

/** Identity v3, the same on both ports. */
export function identityV3(cloud: Cloud, call: Call): Answer {
  const [, kind, id, part] = call.path;
  const reading = call.method === 'GET' || call.method === 'HEAD';
  if (kind === undefined && call.method === 'GET') return oneVersion(call, 'v3');
  if (kind === 'auth' && id === 'tokens' && call.method === 'POST') return issueTokenV3(cloud, call);
  if (kind === 'auth' && id === 'tokens') return subjectToken(cloud, call);
  const caller = authenticated(callerOf(cloud, call));
  if (reading && kind === 'auth' && id === 'catalog') return catalogOf(cloud, call, caller);
  if (reading && kind === 'auth' && (id === 'projects' || id === 'domains')) return ownScopes(cloud, call, caller);
  if (reading && kind === 'users' && part === 'projects') return userProjects(cloud, call, caller);
  if (reading && kind === 'role_assignments') return assignments(cloud, call, caller);
  return administration({ ...call, cloud, caller });
}

/** Roles that are given, and the collections of `v3-resources.ts`. */
function administration(call: V3Call): Answer {
  const [, kind = '', id, part, , last, , more] = call.path;
  if ((kind === 'projects' || kind === 'domains') && part === 'users' && last === 'roles' && more === undefined) {
    const verb = { PUT: 'create_grant', DELETE: 'revoke_grant', GET: 'list_grants' }[call.method as string];
    if (!call.caller.admin) throw forbidden(`identity:${verb ?? 'check_grant'}`);
    return grantsV3(call, listLinks(call));
  }
  if (kind === 'users' && part === 'password' && call.method === 'POST') return changeOwnPassword(call, id);
  const resource = part === undefined ? v3Resources.get(kind) : undefined;
  const answer = resource === undefined ? undefined : answerResource(v3Api, resource, call, id);
  if (answer === undefined) throw noSuchPath(call);
  return answer;
}

/** `POST /v3/users/{id}/password`: only who knows the old one changes it. */
function changeOwnPassword(call: V3Call, id: string | undefined): Answer {
  const given = asObject(asObject(parsed(call.body))?.user);
  const user = checkPassword(
    call.cloud.world.users.find((one) => one.id === id),
    asText(given?.original_password) ?? '',
  );
  user.password = asText(given?.password) ?? user.password;
  return nothing();
}

function authenticated(caller: Caller | undefined): Caller {
  if (caller === undefined) throw unauthorized();
  return caller;
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
