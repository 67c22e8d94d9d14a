import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { tenantId, userId } from '../../src/sandbox/seed.js';
import { adminPort, ask, at, each, login, passwordBody, publicPort } from './ask.js';

async function asAdmin() {
  const cloud = simulate();
  const admin = await login(cloud);
  const send = (what: string, body?: unknown, headers = admin) => {
    const [method, path] = what.split(' ');
    return ask(cloud, `${method} ${adminPort}${path}`, headers, body);
  };
  return { cloud, admin, send };
}

const messageOf = (told: { json: unknown }) => at(told.json, 'error', 'message');

describe('Identity v2.0: writing', () => {
  it('gives a role in a tenant once, a second time is a conflict; the role counts from then on', async () => {
    const { cloud, send } = await asAdmin();
    const roles = await send('GET /v2.0/OS-KSADM/roles');
    const role = (at(roles.json, 'roles') as { id: string; name: string }[]).find(({ name }) => name === 'Member');
    assert.ok(role);
    const path = `/v2.0/tenants/${tenantId('tom')}/users/${userId('anne')}/roles`;
    const told = await send(`PUT ${path}/OS-KSADM/${role.id}`);
    assert.deepEqual([told.status, told.json], [200, { role: { domain_id: null, id: role.id, name: 'Member' } }]);
    assert.deepEqual(each(at((await send(`GET ${path}`)).json, 'roles'), 'name'), ['Member']);
    const again = await send(`PUT ${path}/OS-KSADM/${role.id}`);
    assert.equal(again.status, 409);
    assert.equal(
      messageOf(again),
      `Conflict occurred attempting to store role grant - User ${userId('anne')} already has role ${role.id} in tenant ${tenantId('tom')}.`,
    );
    const scoped = await ask(cloud, `POST ${publicPort}/v2.0/tokens`, {}, passwordBody('anne', 'tom'));
    assert.equal(scoped.status, 200);
    assert.equal((await send(`DELETE ${path}/OS-KSADM/${role.id}`)).status, 204);
    const gone = await send(`DELETE ${path}/OS-KSADM/${role.id}`);
    assert.deepEqual([gone.status, messageOf(gone)], [404, `Cannot remove role that has not been granted, ${role.id}`]);
  });

  it('answers 404 for a role, a user or a tenant that there is not, and 403 to members', async () => {
    const { cloud, send } = await asAdmin();
    const role = '9fe2ff9ee4384b1894a90878d3e92bab';
    const path = (tenant: string, user: string) => `/v2.0/tenants/${tenant}/users/${user}/roles/OS-KSADM`;
    const known = path(tenantId('tom'), userId('anne'));
    assert.equal(messageOf(await send(`PUT ${known}/nope`)), 'Could not find role: nope.');
    assert.equal(messageOf(await send(`PUT ${path('nope', userId('anne'))}/${role}`)), 'Could not find project: nope.');
    assert.equal(messageOf(await send(`PUT ${path(tenantId('tom'), 'nope')}/${role}`)), 'Could not find user: nope.');
    const anne = await login(cloud, 'anne');
    assert.equal((await send(`PUT ${known}/${role}`, undefined, anne)).status, 403);
  });

  it('makes, changes and deletes tenants, users, roles, services and endpoints', async () => {
    const { send } = await asAdmin();
    const tenant = await send('POST /v2.0/tenants', { tenant: { name: 'new', description: 'd', enabled: true } });
    assert.equal(tenant.status, 200);
    const id = String(at(tenant.json, 'tenant', 'id'));
    const twin = await send('POST /v2.0/tenants', { tenant: { name: 'new' } });
    assert.equal(twin.status, 409);
    assert.match(String(messageOf(twin)), /two projects with the same name in the same domain : new\.$/);
    assert.equal((await send('POST /v2.0/tenants', { tenant: {} })).status, 400);
    assert.equal((await send('POST /v2.0/tenants', 'x')).status, 400);
    const changed = await send(`POST /v2.0/tenants/${id}`, { tenant: { id, enabled: false } });
    assert.deepEqual(changed.json, { tenant: { description: 'd', enabled: false, id, name: 'new', extra: {} } });

    const user = await send('POST /v2.0/users', { user: { name: 'zoe', password: 's', tenantId: tenantId('tom') } });
    const zoe = String(at(user.json, 'user', 'id'));
    const roles = await send(`GET /v2.0/tenants/${tenantId('tom')}/users/${zoe}/roles`);
    assert.deepEqual(each(at(roles.json, 'roles'), 'name'), ['_member_']);
    const update = await send(`PUT /v2.0/users/${zoe}`, { user: { email: 'z@example.com' } });
    assert.equal(at(update.json, 'user', 'extra', 'email'), 'z@example.com');
    const off = await send(`PUT /v2.0/users/${zoe}/OS-KSADM/enabled`, { user: { enabled: false } });
    assert.equal(at(off.json, 'user', 'enabled'), false);

    const service = await send('POST /v2.0/OS-KSADM/services', { 'OS-KSADM:service': { name: 's', type: 't' } });
    const serviceId = String(at(service.json, 'OS-KSADM:service', 'id'));
    const lost = await send('POST /v2.0/endpoints', { endpoint: { publicurl: 'http://x/' } });
    assert.equal(messageOf(lost), 'service_id field is required and cannot be empty');
    const body = { endpoint: { region: 'RegionOne', service_id: serviceId, publicurl: 'http://x/' } };
    const endpoint = await send('POST /v2.0/endpoints', body);
    assert.equal(at(endpoint.json, 'endpoint', 'publicurl'), 'http://x/');
    const role = await send('POST /v2.0/OS-KSADM/roles', { role: { name: 'r' } });
    for (const path of [
      `/tenants/${id}`,
      `/users/${zoe}`,
      `/endpoints/${at(endpoint.json, 'endpoint', 'id')}`,
      `/OS-KSADM/services/${serviceId}`,
      `/OS-KSADM/roles/${at(role.json, 'role', 'id')}`,
    ]) {
      assert.equal((await send(`DELETE /v2.0${path}`)).status, 204, path);
      assert.equal((await send(`DELETE /v2.0${path}`)).status, 404, path);
    }
  });

  it('forgets the tokens of a user who is deleted', async () => {
    const { cloud, send } = await asAdmin();
    const anne = await login(cloud, 'anne');
    assert.equal((await ask(cloud, `${publicPort}/v2.0/tenants`, anne)).status, 200);
    assert.equal((await send(`DELETE /v2.0/users/${userId('anne')}`)).status, 204);
    assert.equal((await ask(cloud, `${publicPort}/v2.0/tenants`, anne)).status, 401);
  });
});

describe('Identity v3: writing', () => {
  it('gives a role in a project with 204, as often as asked, and says whether it is given', async () => {
    const { cloud, send } = await asAdmin();
    const role = '9fe2ff9ee4384b1894a90878d3e92bab';
    const path = `/v3/projects/${tenantId('tom')}/users/${userId('anne')}/roles`;
    assert.equal((await send(`HEAD ${path}/${role}`)).status, 404);
    for (let time = 0; time < 2; time += 1) {
      const told = await send(`PUT ${path}/${role}`);
      assert.deepEqual([told.status, told.text], [204, '']);
    }
    assert.equal((await send(`HEAD ${path}/${role}`)).status, 204);
    assert.deepEqual(each(at((await send(`GET ${path}`)).json, 'roles'), 'name'), ['_member_']);
    const assigned = await send(
      `GET /v3/role_assignments?user.id=${userId('anne')}&scope.project.id=${tenantId('tom')}`,
    );
    assert.equal((at(assigned.json, 'role_assignments') as unknown[]).length, 1);
    assert.equal((await send(`DELETE ${path}/${role}`)).status, 204);
    const gone = await send(`DELETE ${path}/${role}`);
    assert.match(String(messageOf(gone)), /^Could not find role assignment with role: 9fe2.*, user or group: /);
    const anne = await login(cloud, 'anne');
    const refused = await send(`PUT ${path}/${role}`, undefined, anne);
    assert.match(String(messageOf(refused)), /identity:create_grant\.$/);
  });

  it('makes projects, users, roles, services and endpoints with 201, changes with PATCH, deletes with 204', async () => {
    const { send } = await asAdmin();
    const service = await send('POST /v3/services', { service: { name: 's', type: 't' } });
    const serviceId = String(at(service.json, 'service', 'id'));
    for (const [many, one, fields, change] of [
      ['projects', 'project', { name: 'new' }, { description: 'changed' }],
      ['users', 'user', { name: 'zoe' }, { email: 'z@example.com' }],
      ['roles', 'role', { name: 'r' }, { name: 'r2' }],
      ['endpoints', 'endpoint', { interface: 'public', service_id: serviceId, url: 'http://x/' }, { url: 'http://y/' }],
    ] as const) {
      const made = await send(`POST /v3/${many}`, { [one]: fields });
      assert.equal(made.status, 201, many);
      const path = `/v3/${many}/${at(made.json, one, 'id')}`;
      assert.match(String(at(made.json, one, 'links', 'self')), new RegExp(`${path}$`));
      const [key = '', value] = Object.entries(change)[0] ?? [];
      const changed = await send(`PATCH ${path}`, { [one]: change });
      assert.deepEqual([changed.status, at(changed.json, one, key)], [200, value]);
      assert.equal(at((await send(`GET ${path}`)).json, one, key), value);
      assert.equal((await send(`DELETE ${path}`)).status, 204);
      assert.equal((await send(`GET ${path}`)).status, 404);
    }
    assert.equal((await send('POST /v3/regions', { region: {} })).status, 404);
  });
});
