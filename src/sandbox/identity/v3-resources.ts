import { asText, type Call, json, Refusal } from '../call.js';
import type { Caller } from '../cloud.js';
import type { Fields, Resource, ResourceApi } from '../resource.js';
import { domain, type Role, type Service, type Tenant, type User } from '../world.js';
import { forbidden, notFound } from './answers.js';
import { type EndpointRow, endpointRows } from './catalog.js';
import {
  changeService,
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
  required,
} from './rows.js';
import { projectViewV3, roleViewV3, selfLink, serviceViewV3, userViewV3 } from './views.js';

export interface V3Call extends IdentityCall {
  readonly caller: Caller;
}

/** Does the query say nothing of this parameter, or this value? */
export function matches(call: Call, parameter: string, value: string): boolean {
  const wanted = call.query.get(parameter);
  return wanted === null || wanted === value;
}

/** The links of a list, which has one page. */
export function listLinks(call: Call): { links: unknown } {
  return {
    links: { next: null, self: `${call.root}${call.rest.replace(/\/$/, '')}${call.url.search}`, previous: null },
  };
}

/** Administrators may do everything, everybody see their own user and project. */
export const v3Api: ResourceApi<V3Call> = {
  allow({ caller: { admin, token } }, { one, many }, verb, id) {
    const own = verb === 'show' && (id === token.userId || id === token.tenantId);
    if (admin || own) return;
    throw forbidden(`identity:${verb === 'show' ? 'get' : verb}_${verb === 'list' ? many : one}`);
  },
  missing: ({ one }, id) => notFound(one, id),
  // Sorted by id, as keystone's database gives them.
  list: (call, resource, rows) => {
    const sorted = [...rows].sort((a, b) => (resource.id(a) < resource.id(b) ? -1 : 1));
    return json(200, { [resource.many]: sorted.map((row) => resource.view(call, row, 'list')), ...listLinks(call) });
  },
  malformed: ({ one }) => new Refusal(400, `'${one}' is a required property`),
  updates: ['PATCH'],
  statusOfCreated: 201,
};

function id({ id: own }: { id: string }): string {
  return own;
}

/** Whether a list is to show a row: `?name=`. */
function named(call: V3Call, { name }: { name: string }): boolean {
  return call.path.length > 2 || matches(call, 'name', name);
}

const projects: Resource<Tenant, V3Call> = {
  one: 'project',
  many: 'projects',
  rows: ({ cloud }) => cloud.world.tenants,
  id,
  sees: named,
  view: projectViewV3,
  create: newTenant,
  update: changeTenant,
  remove: forgetTenant,
};

const users: Resource<User, V3Call> = {
  one: 'user',
  many: 'users',
  rows: ({ cloud }) => cloud.world.users,
  id,
  sees: named,
  view: userViewV3,
  create: (call, given) => newUser(call, given, asText(given.default_project_id)),
  update: (call, row, given) => changeUser(call, row, given, asText(given.default_project_id)),
  remove: forgetUser,
};

const roles: Resource<Role, V3Call> = {
  one: 'role',
  many: 'roles',
  rows: ({ cloud }) => cloud.world.roles,
  id,
  sees: named,
  view: roleViewV3,
  create: newRole,
  update: (_call, row, given) => {
    row.name = asText(given.name) ?? row.name;
  },
  remove: forgetRole,
};

const services: Resource<Service, V3Call> = {
  one: 'service',
  many: 'services',
  rows: ({ cloud }) => cloud.world.services,
  id,
  sees: (call, row) => named(call, row) && (call.path.length > 2 || matches(call, 'type', row.type)),
  view: serviceViewV3,
  create: newService,
  update: changeService,
  remove: forgetService,
};

/** One row for each interface that a row of v2.0 has: what changes one, changes that. */
const endpoints: Resource<EndpointRow, V3Call> = {
  one: 'endpoint',
  many: 'endpoints',
  rows: ({ cloud }) => endpointRows(cloud),
  id,
  sees: (call, row) =>
    call.path.length > 2 ||
    (matches(call, 'interface', row.interface) &&
      matches(call, 'service_id', row.template.serviceId) &&
      matches(call, 'region_id', row.template.region)),
  view: (call, { id: own, template, interface: name, url }) => ({
    id: own,
    interface: name,
    region_id: template.region,
    service_id: template.serviceId,
    url: call.cloud.layout.translate(template[`${name}url`] ?? url),
    enabled: true,
    region: template.region,
    ...selfLink(call, 'endpoints', own),
  }),
  create: createEndpoint,
  update: (_call, row, given) => {
    row.template[`${row.interface}url`] = asText(given.url) ?? row.url;
  },
  remove: ({ cloud: { world } }, { template, interface: name }) => {
    delete template[`${name}url`];
    const left = template.publicurl ?? template.internalurl ?? template.adminurl;
    if (left === undefined) world.endpoints.splice(world.endpoints.indexOf(template), 1);
  },
};

function createEndpoint(call: V3Call, given: Fields): EndpointRow {
  const { cloud } = call;
  const [name, url] = [required(given, 'interface'), required(given, 'url')];
  if (name !== 'public' && name !== 'internal' && name !== 'admin') {
    throw new Refusal(400, `'${name}' is not one of ['admin', 'internal', 'public']`);
  }
  const region = asText(given.region_id) ?? asText(given.region) ?? cloud.world.region;
  const template = newEndpoint(call, given, region);
  template[`${name}url`] = url;
  cloud.world.endpoints.push(template);
  const made = endpointRows(cloud).find((row) => row.template === template);
  if (made === undefined)
    throw new Refusal(500, 'An unexpected error prevented the server from fulfilling your request.');
  return made;
}

const domains: Resource<typeof domain, V3Call> = {
  one: 'domain',
  many: 'domains',
  rows: () => [domain],
  id,
  view: (call, row) => ({
    ...row,
    description: 'The default domain',
    enabled: true,
    tags: [],
    options: {},
    ...selfLink(call, 'domains', row.id),
  }),
};

const regions: Resource<string, V3Call> = {
  one: 'region',
  many: 'regions',
  rows: ({ cloud }) => [cloud.world.region],
  id: (region) => region,
  view: (call, region) => ({
    id: region,
    description: '',
    parent_region_id: null,
    ...selfLink(call, 'regions', region),
  }),
};

/** By the name of the collection in the path. */
export const v3Resources: ReadonlyMap<string, Resource<unknown, V3Call>> = new Map(
  [projects, users, roles, services, endpoints, domains, regions].map((one) => [
    one.many,
    one as Resource<unknown, V3Call>,
  ]),
);
