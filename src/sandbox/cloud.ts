import { type Answer, type Call, json } from './call.js';
import type { Layout } from './layout.js';
import type { Token, Tokens } from './tokens.js';
import type { Role, World } from './world.js';

/** What every service of the embedded cloud works on. */
export interface Cloud {
  readonly world: World;
  readonly tokens: Tokens;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** nova.conf: osapi_max_limit, the most rows of one answer. */
  readonly pageSize: number;
  readonly layout: Layout;
  /** Milliseconds that it takes until what was accepted is done; 0: it is done with the answer. */
  readonly taskTime: number;
}

/** Who asks: a token and what it is worth. */
export interface Caller {
  readonly token: Token;
  readonly roles: readonly Role[];
  /** Has the role `admin` in the tenant or domain of the token. */
  readonly admin: boolean;
}

/** The roles that a token stands for; none without a scope. */
export function rolesOf(world: World, token: Pick<Token, 'userId' | 'tenantId' | 'domainId'>): Role[] {
  const granted = world.grants.filter(
    (grant) =>
      grant.userId === token.userId &&
      ((token.tenantId !== undefined && grant.tenantId === token.tenantId) ||
        (token.domainId !== undefined && grant.domainId === token.domainId)),
  );
  return granted.flatMap(({ roleId }) => world.roles.filter(({ id }) => id === roleId));
}

/** Whose the token of a call is, and what its user may do; undefined for none, an unknown one, and one that has expired. */
export function callerOf(cloud: Cloud, call: Call): Caller | undefined {
  const token = cloud.tokens.find(call.headers['x-auth-token']);
  if (token === undefined) return undefined;
  const roles = rolesOf(cloud.world, token);
  return { token, roles, admin: roles.some(({ name }) => name === 'admin') };
}

/** What the token middleware in front of nova, cinder and quantum says to a request without a good token. */
export function tokenNeeded(cloud: Cloud): Answer {
  const message = 'The request you have made requires authentication.';
  return json(
    401,
    { error: { code: 401, title: 'Unauthorized', message } },
    { 'www-authenticate': `Keystone uri="${cloud.layout.root('identity')}"` },
  );
}
