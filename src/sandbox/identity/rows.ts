import { randomBytes } from 'node:crypto';
import { asText, type Call, Refusal } from '../call.js';
import type { Cloud } from '../cloud.js';
import type { Fields } from '../resource.js';
import type { EndpointTemplate, Role, Service, Tenant, User, World } from '../world.js';

/** A call to keystone, and what it works on: what its two APIs share are the rows. */
export interface IdentityCall extends Call {
  readonly cloud: Cloud;
}

function newId(): string {
  return randomBytes(16).toString('hex');
}

/** A text that must be there; the first words of what keystone's schema says when it is not. */
export function required(given: Fields, name: string): string {
  const value = asText(given[name]);
  if (value === undefined) throw new Refusal(400, `'${name}' is a required property`);
  return value;
}

/** 409 for what would be there twice. */
export function conflict(kind: string, why: string): Refusal {
  return new Refusal(409, `Conflict occurred attempting to store ${kind} - ${why}.`);
}

function enabledOf(given: Fields): boolean {
  return given.enabled !== false;
}

const taken = (rows: readonly { id: string; name: string }[], name: string, id?: string): boolean =>
  rows.some((row) => row.name === name && row.id !== id);

function checkTenantName(world: World, name: string, id?: string): string {
  const rule = 'it is not permitted to have two projects with the same name in the same domain';
  if (taken(world.tenants, name, id)) throw conflict('project', `${rule} : ${name}`);
  return name;
}

/** A tenant of these attributes, which is not in the world yet. @throws Refusal for what is missing, or there already */
export function newTenant({ cloud }: IdentityCall, given: Fields): Tenant {
  const name = checkTenantName(cloud.world, required(given, 'name'));
  return { id: newId(), name, description: asText(given.description) ?? '', enabled: enabledOf(given) };
}

/** Changes the attributes that are given. */
export function changeTenant({ cloud }: IdentityCall, row: Tenant, given: Fields): void {
  const name = asText(given.name);
  if (name !== undefined) row.name = checkTenantName(cloud.world, name, row.id);
  if (typeof given.description === 'string') row.description = given.description;
  if (typeof given.enabled === 'boolean') row.enabled = given.enabled;
}

/** Takes out what hangs on a tenant that goes: grants, EC2 keys, application credentials. */
export function forgetTenant({ cloud: { world } }: IdentityCall, { id }: Tenant): void {
  world.grants = world.grants.filter(({ tenantId }) => tenantId !== id);
  world.ec2Credentials = world.ec2Credentials.filter(({ tenantId }) => tenantId !== id);
  world.applicationCredentials = world.applicationCredentials.filter(({ tenantId }) => tenantId !== id);
}

function checkUserName(world: World, name: string, id?: string): string {
  if (taken(world.users, name, id))
    throw conflict('user', `Duplicate entry found with name ${name} at domain ID default`);
  return name;
}

/** @param tenantId the user's own tenant, which v2.0 and v3 call differently */
export function newUser({ cloud }: IdentityCall, given: Fields, tenantId: string | undefined): User {
  const name = checkUserName(cloud.world, required(given, 'name'));
  const email = asText(given.email);
  return {
    id: newId(),
    name,
    password: asText(given.password) ?? newId(),
    enabled: enabledOf(given),
    ...(email === undefined ? {} : { email }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

/** Changes the attributes that are given. @param tenantId the user's own tenant */
export function changeUser({ cloud }: IdentityCall, row: User, given: Fields, tenantId: string | undefined): void {
  const name = asText(given.name);
  if (name !== undefined) row.name = checkUserName(cloud.world, name, row.id);
  row.email = asText(given.email) ?? row.email;
  row.password = asText(given.password) ?? row.password;
  row.tenantId = tenantId ?? row.tenantId;
  if (typeof given.enabled === 'boolean') row.enabled = given.enabled;
}

/** Takes out what hangs on a user who goes, likewise. */
export function forgetUser({ cloud: { world } }: IdentityCall, { id }: User): void {
  world.grants = world.grants.filter(({ userId }) => userId !== id);
  world.ec2Credentials = world.ec2Credentials.filter(({ userId }) => userId !== id);
  world.applicationCredentials = world.applicationCredentials.filter(({ userId }) => userId !== id);
}

/** A role of this name, which is not in the world yet. @throws Refusal where there is one */
export function newRole({ cloud }: IdentityCall, given: Fields): Role {
  const name = required(given, 'name');
  if (taken(cloud.world.roles, name)) throw conflict('role', `Duplicate entry found with name ${name}`);
  return { id: newId(), name };
}

/** Takes out the grants of a role that goes. */
export function forgetRole({ cloud: { world } }: IdentityCall, { id }: Role): void {
  world.grants = world.grants.filter(({ roleId }) => roleId !== id);
}

/** A service of these attributes, which is not in the world yet. */
export function newService(_call: IdentityCall, given: Fields): Service {
  const type = required(given, 'type');
  return { id: newId(), name: asText(given.name) ?? '', type, description: asText(given.description) ?? '' };
}

/** Changes the attributes that are given. */
export function changeService(_call: IdentityCall, row: Service, given: Fields): void {
  row.name = asText(given.name) ?? row.name;
  row.type = asText(given.type) ?? row.type;
  row.description = asText(given.description) ?? row.description;
}

/** Takes out the endpoints of a service that goes. */
export function forgetService({ cloud: { world } }: IdentityCall, { id }: Service): void {
  world.endpoints = world.endpoints.filter(({ serviceId }) => serviceId !== id);
}

/** An endpoint without URLs, of a service that there is. */
export function newEndpoint({ cloud }: IdentityCall, given: Fields, region: string): EndpointTemplate {
  const serviceId = asText(given.service_id);
  if (serviceId === undefined) throw new Refusal(400, 'service_id field is required and cannot be empty');
  if (!cloud.world.services.some(({ id }) => id === serviceId)) {
    throw new Refusal(400, `Could not find service: ${serviceId}.`);
  }
  return { id: newId(), serviceId, region };
}
