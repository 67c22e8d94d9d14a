import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId, userId } from '../../src/sandbox/seed.js';
import { adminPort, ask, at, each, login, passwordBody, publicPort } from './ask.js';

const tokens = `POST ${publicPort}/v2.0/tokens`;

describe('Identity v2.0: the two ports', () => {
  it('answers administration with 404 on the public one, 403 to members and 200 on the admin one', async () => {
    const cloud = simulate();
    const [admin, anne] = [await login(cloud), await login(cloud, 'anne')];
    for (const path of [
      '/users',
      '/endpoints',
      '/OS-KSADM/services',
      '/OS-KSADM/roles',
      `/tenants/${tenantId('tom')}`,
    ]) {
      const missing = await ask(cloud, `${publicPort}/v2.0${path}`, admin);
      assert.equal(missing.status, 404);
      assert.equal(
        at(missing.json, 'error', 'message'),
        `(${publicPort}/v2.0${path}): The resource could not be found.`,
      );
      const refusal = await ask(cloud, `${adminPort}/v2.0${path}`, anne);
      assert.equal(refusal.status, 403);
      assert.equal(
        at(refusal.json, 'error', 'message'),
        'You are not authorized to perform the requested action: admin_required.',
      );
      assert.equal((await ask(cloud, `${adminPort}/v2.0${path}`)).status, 401);
      assert.equal((await ask(cloud, `${adminPort}/v2.0${path}`, admin)).status, 200);
    }
  });

  it("lists the caller's own tenants on the public port, an administrator's too, and all on the admin port", async () => {
    const cloud = simulate();
    const admin = await login(cloud);
    const own = await ask(cloud, `${publicPort}/v2.0/tenants?name=tom`, admin);
    assert.deepEqual(each(at(own.json, 'tenants'), 'name'), ['admin']);
    const unscoped = await ask(cloud, tokens, {}, passwordBody('anne'));
    const header = { 'x-auth-token': String(at(unscoped.json, 'access', 'token', 'id')) };
    const hers = await ask(cloud, `${publicPort}/v2.0/tenants`, header);
    assert.deepEqual(each(at(hers.json, 'tenants'), 'name'), ['anne']);
    const all = await ask(cloud, `${adminPort}/v2.0/tenants`, admin);
    assert.equal((at(all.json, 'tenants') as unknown[]).length, 12);
    const some = await ask(cloud, `${adminPort}/v2.0/tenants?limit=2&marker=${tenantId('jtopjian')}`, admin);
    assert.deepEqual(each(at(some.json, 'tenants'), 'name'), ['lorin', 'rhulsker']);
  });

  it('answers a question by name with one object, or 404 about a project', async () => {
    const cloud = simulate();
    const admin = await login(cloud);
    const tenant = await ask(cloud, `${adminPort}/v2.0/tenants?name=tom`, admin);
    assert.equal(at(tenant.json, 'tenant', 'id'), tenantId('tom'));
    const user = await ask(cloud, `${adminPort}/v2.0/users?name=tom`, admin);
    assert.equal(at(user.json, 'user', 'email'), 'fafield@univm.edu.au');
    const missing = await ask(cloud, `${adminPort}/v2.0/tenants?name=nope`, admin);
    assert.equal(missing.status, 404);
    assert.equal(at(missing.json, 'error', 'message'), 'Could not find project: nope.');
    const roles = await ask(cloud, `${adminPort}/v2.0/users/${userId('tom')}/roles`, admin);
    assert.equal(roles.status, 501);
    const inTenant = `${adminPort}/v2.0/tenants/${tenantId('tom')}/users/${userId('tom')}/roles`;
    assert.deepEqual(each(at((await ask(cloud, inTenant, admin)).json, 'roles'), 'name'), ['Member', '_member_']);
  });

  it("shows one's own EC2 keys on both ports, and anybody's to administrators", async () => {
    const cloud = simulate();
    const [admin, own] = [await login(cloud), await login(cloud, 'test-user', 'test-project')];
    const path = `/v2.0/users/${userId('test-user')}/credentials/OS-EC2`;
    for (const [port, headers] of [
      [publicPort, own],
      [publicPort, admin],
      [adminPort, admin],
    ] as const) {
      const keys = await ask(cloud, port + path, headers);
      assert.deepEqual(each(at(keys.json, 'credentials'), 'access'), ['df7f93ec47e84ef8a347bbb3d598449a']);
    }
    const foreign = `${publicPort}/v2.0/users/${userId('admin')}/credentials/OS-EC2`;
    assert.equal((await ask(cloud, foreign, own)).status, 403);
    const made = await ask(cloud, `POST ${publicPort}${path}`, own, { tenant_id: tenantId('test-project') });
    const access = String(at(made.json, 'credential', 'access'));
    assert.equal((await ask(cloud, `DELETE ${publicPort}${path}/${access}`, own)).status, 204);
    assert.equal((await ask(cloud, `${publicPort}${path}/${access}`, own)).status, 404);
  });

  it('takes the shared secret of keystone.conf for an administrator without a name', async () => {
    const cloud = simulate();
    const secret = { 'x-auth-token': 'sandbox-admin-token' };
    const told = await ask(cloud, `${adminPort}/v2.0/OS-KSADM/services`, secret);
    assert.deepEqual(each(at(told.json, 'OS-KSADM:services'), 'name').slice(0, 5), [
      'cinder',
      'cinderv2',
      'cinderv3',
      'glance',
      'nova_ec2',
    ]);
    assert.equal((await ask(cloud, `${publicPort}/v2.0/tenants`, secret)).status, 401);
  });

  it('leaves out the URLs that an endpoint lacks', async () => {
    const world = guideWorld();
    for (const row of world.endpoints) row.adminurl = undefined;
    const cloud = simulate({ world });
    const told = await ask(cloud, tokens, {}, passwordBody('admin', 'admin'));
    assert.ok(!('adminURL' in (at(told.json, 'access', 'serviceCatalog', 0, 'endpoints', 0) as object)));
    const admin = { 'x-auth-token': String(at(told.json, 'access', 'token', 'id')) };
    const rows = await ask(cloud, `${adminPort}/v2.0/endpoints`, admin);
    assert.ok(!('adminurl' in (at(rows.json, 'endpoints', 0) as object)));
    assert.match(String(at(rows.json, 'endpoints', 1, 'publicurl')), /%\(tenant_id\)s$/);
  });
});

describe('Identity: what there is', () => {
  it('lists its versions with 300, and describes each with and without a slash', async () => {
    const cloud = simulate();
    const root = await ask(cloud, publicPort);
    assert.equal(root.status, 300);
    assert.equal(root.headers['x-openstack-request-id'], undefined);
    assert.deepEqual(each(at(root.json, 'versions', 'values'), 'id'), ['v3.8', 'v2.0']);
    for (const path of ['/v2.0', '/v2.0/']) {
      const told = await ask(cloud, adminPort + path);
      assert.equal(told.status, 200);
      assert.equal(at(told.json, 'version', 'links', 0, 'href'), `${adminPort}/v2.0/`);
    }
    const lost = await ask(cloud, `POST ${publicPort}/tokens`, {}, {});
    assert.equal(lost.status, 404);
    assert.equal(at(lost.json, 'error', 'message'), `(${publicPort}/tokens): The resource could not be found.`);
  });

  it('lists OS-KSADM on the admin port only', async () => {
    const cloud = simulate();
    const aliases = async (port: string) =>
      each(at((await ask(cloud, `${port}/v2.0/extensions`)).json, 'extensions', 'values'), 'alias');
    assert.ok((await aliases(adminPort)).includes('OS-KSADM'));
    assert.ok(!(await aliases(publicPort)).includes('OS-KSADM'));
  });

  it('rejects what no service listens on as a refused connection', async () => {
    for (const url of ['http://cloud.example.com:1/v2.0', 'http://elsewhere.example.com:5000/v2.0']) {
      await assert.rejects(ask(simulate(), url), {
        name: 'ConnectFailure',
        message: `Unable to establish connection to ${url}: Connection refused`,
      });
    }
  });
});
