import type { Call } from '../call.js';
import { domain, type Ec2Credential, type Role, type Service, type Tenant, type User } from '../world.js';

/** Rows of the database as v2.0 shows them. */

export function tenantView({ description, enabled, id, name }: Tenant): unknown {
  return { description, enabled, id, name };
}

/** `options` is a leak of v3; `email` and `tenantId` are left out where they are not set. */
export function userView({ name, enabled, id, tenantId, email }: User): unknown {
  return {
    username: name,
    name,
    enabled,
    options: {},
    id,
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(email === undefined ? {} : { email }),
  };
}

/** A role as v2.0 shows it. */
export function roleView({ id, name }: Role): unknown {
  return { domain_id: null, id, name };
}

/** A service as v2.0 shows it. */
export function serviceView({ id, type, name, description }: Service): unknown {
  return { id, enabled: true, type, name, description };
}

/** EC2 keys as both versions show them. */
export function ec2View({ access, tenantId, secret, userId }: Ec2Credential): unknown {
  return { access, tenant_id: tenantId, secret, user_id: userId, trust_id: null };
}

/** The same as v3 shows them: each with a link to itself. */

export function selfLink(call: Call, collection: string, id: string): { links: { self: string } } {
  return { links: { self: `${call.root}/v3/${collection}/${id}` } };
}

/** A tenant as v3 shows it: a project of the default domain. */
export function projectViewV3(call: Call, { id, name, description, enabled }: Tenant): unknown {
  return {
    id,
    name,
    domain_id: domain.id,
    description,
    enabled,
    parent_id: domain.id,
    is_domain: false,
    tags: [],
    options: {},
    ...selfLink(call, 'projects', id),
  };
}

/** A user as v3 shows it. */
export function userViewV3(call: Call, { id, name, email, enabled, tenantId }: User): unknown {
  return {
    ...(email === undefined ? {} : { email }),
    id,
    name,
    domain_id: domain.id,
    enabled,
    ...(tenantId === undefined ? {} : { default_project_id: tenantId }),
    password_expires_at: null,
    options: {},
    ...selfLink(call, 'users', id),
  };
}

/** A role as v3 shows it. */
export function roleViewV3(call: Call, { id, name }: Role): unknown {
  return { id, name, domain_id: null, description: null, options: {}, ...selfLink(call, 'roles', id) };
}

/** A service as v3 shows it. */
export function serviceViewV3(call: Call, { id, name, type, description }: Service): unknown {
  return { name, description, id, type, enabled: true, ...selfLink(call, 'services', id) };
}
