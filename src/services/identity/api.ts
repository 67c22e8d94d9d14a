import type { Json } from '../../lib/read.js';

/** A service as keystone knows it; what it has no value for is an empty text. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** Where a service is reached in one region, as Identity v2.0 tells it; what it has no value for is an empty text. */
export interface ServiceEndpoint {
  readonly id: string;
  readonly region: string;
  readonly publicUrl: string;
  readonly internalUrl: string;
  readonly adminUrl: string;
  readonly serviceId: string;
}

/** What has a name and an id there, by the words of v2.0: v3 calls a tenant a project. */
export type Noun = 'tenant' | 'user' | 'role' | 'service';

/**
 * What is asked of the identity service; the same over v2.0 and v3. What comes as `Json` has the keys of v2.0:
 *
 * | noun | keys | over v3 |
 * | --- | --- | --- |
 * | tenant | id, name, description, enabled | a project |
 * | user | id, name, username, enabled, email, tenantId | username is the name, tenantId the default project's id |
 * | role | id, name, domain_id | the same |
 * | service | id, name, type, description, enabled | the same |
 *
 * Keys that a server leaves out are left out. Nearly everything needs the admin role.
 */
export interface IdentityApi {
  services(): AsyncIterable<readonly Service[]>;
  endpoints(): AsyncIterable<readonly ServiceEndpoint[]>;
  all(noun: Noun): AsyncIterable<readonly Json[]>;
  /** Rejects with status 404 when there is none with this id. */
  get(noun: Noun, id: string): Promise<Json>;
  /** Those whose name may be the one given. */
  named(noun: Noun, name: string): AsyncIterable<readonly Json[]>;
  /** The tenants in which the caller has a role: needs no admin role, and no catalogue. */
  ownTenants(): AsyncIterable<readonly Json[]>;
  /** The users who have a role in the tenant. */
  usersIn(tenantId: string): AsyncIterable<readonly Json[]>;
  rolesOf(userId: string, tenantId: string): AsyncIterable<readonly Json[]>;
  /** Keys for the EC2 API: access, secret, tenant_id, user_id, trust_id. One's own need no admin role. */
  ec2Credentials(userId: string): AsyncIterable<readonly Json[]>;
  ec2Credential(userId: string, access: string): Promise<Json>;
}
