import { Failure } from '../../core/errors.js';
import { itemsOf } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Call, Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import type { IdentityChanges, NewEndpoint } from './changes.js';
import { ec2Path } from './v2-places.js';
import { EC2, foldedRows, PLACES, renamed } from './v3-places.js';

/**
 * Identity v3's API, at the interface of the settings. Paths and bodies: keystone `api-ref/source/v3/projects.inc`,
 * `users.inc`, `roles.inc`, `service-catalog.inc`, `api-ref/source/v3-ext`. What is made is in the domain of the login, as
 * the service decides where none is said.
 */
export function changesV3(session: Session): IdentityChanges {
  const at = (path: string): Call => ({ service: 'identity', path, version: 'v3' });
  const send = async (method: 'PUT' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: Json): Promise<void> =>
    void (await session.json({ ...at(path), method, mayBeEmpty: true, ...(body === undefined ? {} : { body }) }));
  const one = (id: string): string => encodeURIComponent(id);
  const rolePath = (user: string, role: string, tenant: string | undefined): string => {
    if (tenant === undefined) {
      throw new Failure('Identity v3 has no roles without a project.', { hint: 'Name one with --tenant.' });
    }
    return `/projects/${one(tenant)}/users/${one(user)}/roles/${one(role)}`;
  };
  const change = async (noun: keyof typeof PLACES, call: Partial<Call>, attributes: Json): Promise<Json> => {
    const { path, one: key, keys } = PLACES[noun];
    const whole: Call = { ...at(path), ...call, body: { [key]: attributesOf(attributes, keys) } };
    return renamed(await objectOf(session, whole, key), keys);
  };
  return {
    create: (noun, attributes) => change(noun, { method: 'POST' }, attributes),
    update: (noun, id, attributes) =>
      change(noun, { method: 'PATCH', path: `${PLACES[noun].path}/${one(id)}` }, attributes),
    remove: (noun, id) => send('DELETE', `${PLACES[noun].path}/${one(id)}`),
    setPassword: (id, password) => send('PATCH', `/users/${one(id)}`, { user: { password } }),
    changeOwnPassword: (id, from, to) =>
      send('POST', `/users/${one(id)}/password`, { user: { password: to, original_password: from } }),
    addRole: async (user, role, tenant) => send('PUT', rolePath(user, role, tenant)),
    removeRole: async (user, role, tenant) => send('DELETE', rolePath(user, role, tenant)),
    createEndpoint: (endpoint) => createEndpoints(session, at('/endpoints'), endpoint),
    async removeEndpoint(id) {
      const rows = await itemsOf(listed(session, { ...at('/endpoints'), resolves: true }, 'endpoints'));
      const folded = foldedRows(rows).find(([main]) => main.id === id);
      const ids = folded === undefined ? [id] : folded.map((row) => asText(row.id));
      for (const each of ids) await send('DELETE', `/endpoints/${one(each)}`);
    },
    async createEc2Credential(userId, tenantId) {
      const call: Call = { ...at(ec2Path(userId)), bringsSecrets: true, method: 'POST', body: { tenant_id: tenantId } };
      return renamed(await objectOf(session, call, 'credential'), EC2);
    },
    removeEc2Credential: (userId, access) => send('DELETE', ec2Path(userId, access)),
    async tryLogin(name, password, tenant) {
      const { user, project } = await session.accessInfo();
      const domain = { id: project?.domainId ?? user.domainId ?? 'default' };
      const identity = { methods: ['password'], password: { user: { name, domain, password } } };
      const auth = { identity, scope: { project: { name: tenant, domain } } };
      const call: Call = {
        ...at('/auth/tokens'),
        method: 'POST',
        safe: true,
        body: { auth },
        isOpen: true,
        bringsSecrets: true,
      };
      await objectOf(session, call, 'token');
    },
  };
}

/** What is sent: v3's keys, without what v2.0 would be told that there is none of. */
function attributesOf(attributes: Json, keys: Readonly<Record<string, string>>): Json {
  const said = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said.map(([key, value]) => [keys[key] ?? key, value]));
}

/** One after the other, the public one first: its id is that of the whole. */
async function createEndpoints(session: Session, at: Call, endpoint: NewEndpoint): Promise<Json> {
  const { region, serviceId, publicUrl, adminUrl, internalUrl } = endpoint;
  let id: unknown;
  for (const [side, url] of Object.entries({ public: publicUrl, internal: internalUrl, admin: adminUrl })) {
    if (url === undefined) continue;
    const body = { endpoint: { interface: side, url, region, service_id: serviceId } };
    const made = await objectOf(session, { ...at, method: 'POST', body }, 'endpoint');
    id ??= made.id;
  }
  return {
    region,
    id,
    service_id: serviceId,
    publicurl: publicUrl,
    adminurl: adminUrl ?? null,
    internalurl: internalUrl ?? null,
  };
}
