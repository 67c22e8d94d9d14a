import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import type { Noun } from './api.js';

/**
 * What is changed in the identity service; the same over v2.0 and v3. Attributes and answers have the keys of v2.0, as
 * `IdentityApi` lists them. What a caller leaves undefined is not sent; null says that there is none.
 */
export interface IdentityChanges {
  /** @returns what the service made of it */
  create(noun: Noun, attributes: Json): Promise<Json>;
  update(noun: 'tenant' | 'user', id: string, attributes: Json): Promise<Json>;
  remove(noun: Noun, id: string): Promise<void>;
  /** As an administrator sets it for somebody. */
  setPassword(userId: string, password: string): Promise<void>;
  /** One's own, which needs no admin role. */
  changeOwnPassword(userId: string, from: string, to: string): Promise<void>;
  /** Gives a user a role in a tenant; without a tenant everywhere, which only v2.0 has. */
  addRole(userId: string, roleId: string, tenantId: string | undefined): Promise<void>;
  removeRole(userId: string, roleId: string, tenantId: string | undefined): Promise<void>;
  /**
   * v3 makes one endpoint for each URL that is given; the answer is the row that `IdentityApi.endpoints` shows of them.
   * @returns region, id, service_id, publicurl, adminurl, internalurl
   */
  createEndpoint(endpoint: NewEndpoint): Promise<Json>;
  /** The endpoint of an id; over v3 those of all interfaces that a row of the list with this id stands for. */
  removeEndpoint(id: string): Promise<void>;
  /** A pair of keys for the EC2 API: access, secret, tenant_id, user_id, trust_id. */
  createEc2Credential(userId: string, tenantId: string): Promise<Json>;
  removeEc2Credential(userId: string, access: string): Promise<void>;
  /** Does this password let the user into the tenant? Rejects where it does not. */
  tryLogin(user: string, password: string, tenant: string): Promise<void>;
}

export interface NewEndpoint {
  readonly region: string;
  readonly serviceId: string;
  readonly publicUrl: string;
  readonly adminUrl: string | undefined;
  readonly internalUrl: string | undefined;
}

/** Changes in the version that the session speaks; only that one is loaded. */
export async function identityChanges(session: Session): Promise<IdentityChanges> {
  return (await session.identityVersion()) === 'v3'
    ? (await import('./changes-v3.js')).changesV3(session)
    : (await import('./changes-v2.js')).changesV2(session);
}
