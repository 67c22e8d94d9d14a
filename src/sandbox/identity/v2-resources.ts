import { type Answer, asText, json, Refusal } from '../call.js';
import type { Fields, Resource, ResourceApi } from '../resource.js';
import type { EndpointTemplate, Role, Service, Tenant, User } from '../world.js';
import { notFound } from './answers.js';
import {
  changeTenant,
  changeUser,
  forgetRole,
  forgetService,
  forgetTenant,
  forgetUser,
  type IdentityCall,
  newEndpoint,
  newRole,
  newService,
  newTenant,
  newUser,
} from './rows.js';
import { roleView, serviceView, tenantView, userView } from './views.js';

/**
 * The resources of Identity v2.0's admin port: what is created answers 200, the answer to an update has an empty `extra`
 * more (keystone 12, recorded).
 */
export const v2Api: ResourceApi<IdentityCall> = {
  // Whoever gets here is an administrator.
  allow() {},
  missing: ({ one }, id) => notFound(nouns[one] ?? one, id),
  list: (call, resource, rows) => json(200, { [resource.many]: rows.map((row) => resource.view(call, row, 'list')) }),
  malformed: ({ one }) => new Refusal(400, `${one} field is required and cannot be empty`),
  updates: ['PUT', 'POST'],
  statusOfCreated: 200,
};

const nouns: Readonly<Record<string, string>> = { tenant: 'project', 'OS-KSADM:service': 'service' };

function id({ id: own }: { id: string }): string {
  return own;
}

/** `?limit=&marker=` as keystone 12 does it: by name, and there are never any links. */
export function slicedTenants(call: IdentityCall, tenants: readonly Tenant[]): Answer {
  const rows = [...tenants].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const marker = call.query.get('marker');
  const at = marker === null ? 0 : rows.findIndex((row) => row.id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, 'Marker could not be found');
  const limit = call.query.get('limit');
  if (limit !== null && !/^\d+$/.test(limit)) throw new Refusal(400, 'Invalid limit value');
  const shown = rows.slice(at, limit === null ? undefined : at + Number(limit));
  return json(200, { tenants_links: [], tenants: shown.map(tenantView) });
}

export const tenants: Resource<Tenant, IdentityCall> = {
  one: 'tenant',
  many: 'tenants',
  rows: ({ cloud }) => cloud.world.tenants,
  id,
  view: (_call, row, verb) => ({ ...(tenantView(row) as object), ...(verb === 'update' ? { extra: {} } : {}) }),
  list: slicedTenants,
  create: newTenant,
  update: changeTenant,
  remove: forgetTenant,
};

export const users: Resource<User, IdentityCall> = {
  one: 'user',
  many: 'users',
  rows: ({ cloud }) => cloud.world.users,
  id,
  view: (_call, row, verb) => ({
    ...(userView(row) as object),
    ...(verb === 'update' ? { extra: row.email === undefined ? {} : { email: row.email } } : {}),
  }),
  create: createUser,
  update: (call, row, given) => changeUser(call, row, given, asText(given.tenantId)),
  remove: forgetUser,
};

/** A user who is made in a tenant has the role `_member_` there. */
function createUser(call: IdentityCall, given: Fields): User {
  const { world } = call.cloud;
  const tenantId = asText(given.tenantId) ?? asText(given.tenant_id);
  if (tenantId !== undefined && !world.tenants.some((row) => row.id === tenantId)) throw notFound('project', tenantId);
  const user = newUser(call, given, tenantId);
  const member = world.roles.find(({ name }) => name === '_member_');
  if (tenantId !== undefined && member !== undefined) {
    world.grants.push({ userId: user.id, tenantId, roleId: member.id });
  }
  return user;
}

export const roles: Resource<Role, IdentityCall> = {
  one: 'role',
  many: 'roles',
  rows: ({ cloud }) => cloud.world.roles,
  id,
  view: (_call, row) => roleView(row),
  create: newRole,
  remove: forgetRole,
};

export const services: Resource<Service, IdentityCall> = {
  one: 'OS-KSADM:service',
  many: 'OS-KSADM:services',
  rows: ({ cloud }) => cloud.world.services,
  id,
  view: (_call, row) => serviceView(row),
  create: newService,
  remove: forgetService,
};

const urls = ['publicurl', 'internalurl', 'adminurl'] as const;

export const endpoints: Resource<EndpointTemplate, IdentityCall> = {
  one: 'endpoint',
  many: 'endpoints',
  rows: ({ cloud }) => cloud.world.endpoints,
  id,
  view: endpointView,
  create: createEndpoint,
  remove() {},
};

function createEndpoint(call: IdentityCall, given: Fields): EndpointTemplate {
  const row = newEndpoint(call, given, asText(given.region) ?? call.cloud.world.region);
  if (asText(given.publicurl) === undefined) throw new Refusal(400, 'publicurl field is required and cannot be empty');
  for (const key of urls) {
    const value = asText(given[key]);
    if (value !== undefined) row[key] = value;
  }
  return row;
}

/** URLs with small letters here, capital ones in the catalogue; a URL that is not set has no key. */
function endpointView({ cloud }: IdentityCall, row: EndpointTemplate): unknown {
  const url = (key: (typeof urls)[number]) =>
    row[key] === undefined ? {} : { [key]: cloud.layout.translate(row[key]) };
  return {
    ...url('adminurl'),
    service_id: row.serviceId,
    region: row.region,
    ...url('publicurl'),
    enabled: true,
    id: row.id,
    ...url('internalurl'),
  };
}
