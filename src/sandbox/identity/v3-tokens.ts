import { type Answer, asObject, asText, type Call, json, nothing, parsed, Refusal } from '../call.js';
import { type Caller, type Cloud, callerOf, rolesOf } from '../cloud.js';
import type { Token } from '../tokens.js';
import { domain, type Tenant, type User } from '../world.js';
import { forbidden, missing, notFound, timestamp, unauthorized } from './answers.js';
import { catalogV3 } from './catalog.js';
import { checkPasscode, checkPassword, checkTenant } from './login.js';
import { type Receipt, receipts } from './receipts.js';

type Fields = Readonly<Record<string, unknown>>;

/** `POST /v3/auth/tokens`: 201, the token in `X-Subject-Token`. */
export function issueTokenV3(cloud: Cloud, call: Call): Answer {
  const body = parsed(call.body);
  if (call.body.length > 0 && body === undefined) throw missing('valid JSON', 'request body');
  const auth = asObject(asObject(body)?.auth);
  if (auth === undefined) throw missing('auth', 'request body');
  const identity = asObject(auth.identity);
  if (identity === undefined) throw new Refusal(400, "'identity' is a required property");
  const methods = identity.methods;
  if (!Array.isArray(methods)) throw new Refusal(400, "'methods' is a required property");
  const proved = receipts.of(cloud, call.headers['openstack-auth-receipt']);
  const login = authenticate(
    cloud,
    [...methods, ...(proved?.methods ?? [])],
    identity,
    auth.scope !== undefined,
    proved,
  );
  const lacks =
    login.user.passcode !== undefined && login.methods.includes('password') && !login.methods.includes('totp');
  if (lacks) return receipts.give(cloud, login.user, login.methods);
  const token = cloud.tokens.issue({
    userId: login.user.id,
    methods: login.methods,
    ...(login.from === undefined ? {} : { from: login.from }),
    ...(login.tenant === undefined ? scope(cloud, login.user, auth.scope) : { tenantId: login.tenant.id }),
    ...(login.credentialId === undefined ? {} : { applicationCredentialId: login.credentialId }),
  });
  return tokenAnswer(cloud, call, token, 201);
}

interface Login {
  user: User;
  methods: string[];
  from?: Token;
  /** Where the way of logging in decides the scope by itself. */
  tenant?: Tenant;
  credentialId?: string;
}

function authenticate(
  cloud: Cloud,
  methods: readonly unknown[],
  identity: Fields,
  scoped: boolean,
  proved: Receipt | undefined,
): Login {
  const { world } = cloud;
  if (methods.length === 0) throw unauthorized();
  if (methods.includes('password') || methods.includes('totp')) {
    const users = new Set<User>();
    if (proved !== undefined) users.add(proved.user);
    if (methods.includes('password') && proved === undefined) {
      const given = asObject(asObject(identity.password)?.user) ?? {};
      users.add(checkPassword(findUser(cloud, given), asText(given.password) ?? ''));
    }
    if (methods.includes('totp')) {
      const given = asObject(asObject(identity.totp)?.user) ?? {};
      users.add(checkPasscode(findUser(cloud, given), asText(given.passcode) ?? ''));
    }
    const [user, ...others] = users;
    if (user === undefined || others.length > 0) throw unauthorized();
    return { user, methods: ['password', 'totp'].filter((method) => methods.includes(method)) };
  }
  if (methods.includes('token')) {
    const from = cloud.tokens.find(asText(asObject(identity.token)?.id));
    const user = world.users.find(({ id }) => id === from?.userId);
    // Keystone's words, and its status: it looks for the token as for any thing.
    if (from === undefined) throw new Refusal(404, 'Could not recognize Fernet token');
    if (user === undefined) throw unauthorized();
    return { user, methods: [...new Set([...from.methods, 'token'])], from };
  }
  if (methods.includes('application_credential')) {
    if (scoped) throw unauthorized('Application credentials cannot request a scope.');
    const given = asObject(identity.application_credential) ?? {};
    const owner = asText(given.id) === undefined ? findUser(cloud, asObject(given.user) ?? {}) : undefined;
    const found = world.applicationCredentials.find((row) =>
      asText(given.id) === undefined ? row.name === given.name && row.userId === owner?.id : row.id === given.id,
    );
    if (found === undefined && asText(given.id) !== undefined)
      throw notFound('Application Credential', String(given.id));
    const user = world.users.find(({ id }) => id === found?.userId);
    if (found === undefined || user?.enabled !== true || given.secret !== found.secret) throw unauthorized();
    const tenant = checkTenant(
      cloud,
      user,
      world.tenants.find(({ id }) => id === found.tenantId),
    );
    return { user, methods: ['application_credential'], tenant, credentialId: found.id };
  }
  throw unauthorized('Attempted to authenticate with an unsupported method.');
}

/** A user by id, or by name with a domain. */
function findUser(cloud: Cloud, given: Fields): User | undefined {
  const id = asText(given.id);
  if (id !== undefined) return cloud.world.users.find((user) => user.id === id);
  if (asText(given.name) === undefined) throw missing('id or name', 'user');
  if (!inDomain(given.domain, 'user')) return undefined;
  return cloud.world.users.find((user) => user.name === given.name);
}

function inDomain(given: unknown, target: string): boolean {
  const wanted = asObject(given);
  if (wanted === undefined) throw missing('domain', target);
  return wanted.id === undefined ? wanted.name === domain.name : wanted.id === domain.id;
}

/** Of nothing said, v3 makes the user's default project; v2.0 does not. */
function scope(cloud: Cloud, user: User, wanted: unknown): { tenantId?: string; domainId?: string } {
  const { world } = cloud;
  if (wanted === undefined || wanted === null) {
    const tenant = world.tenants.find(({ id, enabled }) => enabled && id === user.tenantId);
    if (tenant === undefined) return {};
    return rolesOf(world, { userId: user.id, tenantId: tenant.id }).length === 0 ? {} : { tenantId: tenant.id };
  }
  if (wanted === 'unscoped') return {};
  const target = asObject(wanted) ?? {};
  const project = asObject(target.project);
  if (project !== undefined) {
    const id = asText(project.id);
    const found =
      id !== undefined
        ? world.tenants.find((tenant) => tenant.id === id)
        : inDomain(project.domain, 'project') && world.tenants.find((tenant) => tenant.name === project.name);
    return { tenantId: checkTenant(cloud, user, found === false ? undefined : found).id };
  }
  if (target.domain !== undefined) {
    const known = inDomain(target.domain, 'scope');
    if (!known || rolesOf(world, { userId: user.id, domainId: domain.id }).length === 0) throw unauthorized();
    return { domainId: domain.id };
  }
  if (target.unscoped !== undefined) return {};
  throw unauthorized();
}

function tokenAnswer(cloud: Cloud, call: Call, token: Token, status: number): Answer {
  const { world } = cloud;
  const user = world.users.find(({ id }) => id === token.userId);
  const tenant = world.tenants.find(({ id }) => id === token.tenantId);
  const credential = world.applicationCredentials.find(({ id }) => id === token.applicationCredentialId);
  const scoped = tenant !== undefined || token.domainId !== undefined;
  const body = {
    token: {
      methods: token.methods,
      user: { domain, id: token.userId, name: user?.name, password_expires_at: null },
      audit_ids: token.auditIds,
      expires_at: timestamp(token.expires),
      issued_at: timestamp(token.issued),
      ...(tenant === undefined ? {} : { project: { domain, id: tenant.id, name: tenant.name }, is_domain: false }),
      ...(token.domainId === undefined ? {} : { domain }),
      ...(scoped ? { roles: rolesOf(world, token).map(({ id, name }) => ({ id, name })) } : {}),
      ...(scoped && !call.query.has('nocatalog') ? { catalog: catalogV3(cloud, tenant?.id) } : {}),
      ...(credential === undefined
        ? {}
        : { application_credential: { id: credential.id, name: credential.name, restricted: true } }),
    },
  };
  return json(status, body, { 'x-subject-token': token.id });
}

/** `GET`, `HEAD` and `DELETE /v3/auth/tokens`: by an administrator, or by the token's own user. */
export function subjectToken(cloud: Cloud, call: Call): Answer {
  const caller = callerOf(cloud, call);
  if (caller === undefined) throw unauthorized();
  const id = call.headers['x-subject-token'] ?? '';
  const token = cloud.tokens.find(id);
  const own = token?.userId === caller.token.userId;
  if (!own && !caller.admin) {
    const rules = { GET: 'validate_token', HEAD: 'check_token', DELETE: 'revoke_token' } as const;
    throw forbidden(`identity:${rules[call.method as keyof typeof rules] ?? 'validate_token'}`);
  }
  if (token === undefined) throw notFound('token', id);
  if (call.method === 'DELETE') {
    cloud.tokens.revoke(id);
    return nothing();
  }
  return tokenAnswer(cloud, call, token, 200);
}

/** `GET /v3/auth/catalog`: the catalogue alone. */
export function catalogOf(cloud: Cloud, call: Call, caller: Caller): Answer {
  const { tenantId } = caller.token;
  if (tenantId === undefined) {
    throw new Refusal(403, 'A project-scoped token is required to produce a service catalog.');
  }
  return json(200, { catalog: catalogV3(cloud, tenantId), links: { self: `${call.root}/v3/auth/catalog` } });
}
