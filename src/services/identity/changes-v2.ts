import type { Json } from '../../lib/read.js';
import type { Call, Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import type { IdentityChanges } from './changes.js';
import { ec2Path, PLACES } from './v2-places.js';

/**
 * Identity v2.0's admin API, at the catalogue's adminURL, but for one's own password. Paths and bodies: keystone 2014.1
 * `contrib/admin_crud/core.py`, `contrib/user_crud/core.py`, `contrib/ec2/core.py`, and python-keystoneclient 2.3.2
 * `v2_0/*.py`, which sends null for what is not said.
 */
export function changesV2(session: Session): IdentityChanges {
  const at = (path: string): Call => ({ service: 'identity', path, interface: 'admin', version: 'v2.0' });
  const send = async (method: 'PUT' | 'DELETE' | 'PATCH', path: string, more: Partial<Call> = {}): Promise<void> =>
    void (await session.json({ ...at(path), method, mayBeEmpty: true, ...more }));
  const one = (id: string): string => encodeURIComponent(id);
  const rolePath = (user: string, role: string, tenant: string | undefined): string =>
    `${tenant === undefined ? '' : `/tenants/${one(tenant)}`}/users/${one(user)}/roles/OS-KSADM/${one(role)}`;
  return {
    create: (noun, attributes) => {
      const [path, , key] = PLACES[noun];
      return objectOf(session, { ...at(path), method: 'POST', body: { [key]: attributes } }, key);
    },
    update: (noun, id, attributes) => {
      const [path, , key] = PLACES[noun];
      const body = { [key]: { ...attributes, id } };
      return objectOf(session, { ...at(`${path}/${one(id)}`), method: noun === 'tenant' ? 'POST' : 'PUT', body }, key);
    },
    remove: (noun, id) => send('DELETE', `${PLACES[noun][0]}/${one(id)}`),
    setPassword: (id, password) =>
      send('PUT', `/users/${one(id)}/OS-KSADM/password`, { body: { user: { id, password } } }),
    changeOwnPassword: (id, from, to) =>
      send('PATCH', `/OS-KSCRUD/users/${one(id)}`, {
        interface: 'public',
        body: { user: { password: to, original_password: from } },
        bringsSecrets: true,
      }),
    addRole: (user, role, tenant) => send('PUT', rolePath(user, role, tenant)),
    removeRole: (user, role, tenant) => send('DELETE', rolePath(user, role, tenant)),
    createEndpoint: ({ region, serviceId, publicUrl, adminUrl, internalUrl }) => {
      const endpoint: Json = {
        region,
        service_id: serviceId,
        publicurl: publicUrl,
        adminurl: adminUrl ?? null,
        internalurl: internalUrl ?? null,
      };
      return objectOf(session, { ...at('/endpoints'), method: 'POST', body: { endpoint } }, 'endpoint');
    },
    removeEndpoint: (id) => send('DELETE', `/endpoints/${one(id)}`),
    createEc2Credential: (userId, tenantId) => {
      const call: Call = { ...at(ec2Path(userId)), bringsSecrets: true, method: 'POST', body: { tenant_id: tenantId } };
      return objectOf(session, call, 'credential');
    },
    removeEc2Credential: (userId, access) => send('DELETE', ec2Path(userId, access)),
    tryLogin: async (username, password, tenantName) => {
      const auth = { passwordCredentials: { username, password }, tenantName };
      const call: Call = {
        ...at('/tokens'),
        method: 'POST',
        safe: true,
        body: { auth },
        isOpen: true,
        bringsSecrets: true,
      };
      await objectOf(session, call, 'access');
    },
  };
}
