import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId, userId } from '../../src/sandbox/seed.js';
import { adminPort, ask, at, each, login, passwordBody, publicPort } from './ask.js';

const refused = 'The request you have made requires authentication.';
const tokens = `POST ${publicPort}/v2.0/tokens`;

describe('Identity v2.0: logging in', () => {
  it('gives 200, a token of a day, the catalogue with the tenant filled in, and the roles', async () => {
    const now = Date.parse('2013-02-26T10:00:00.400Z');
    const told = await ask(simulate({ now: () => now }), tokens, {}, passwordBody('admin', 'admin'));
    assert.equal(told.status, 200);
    assert.equal(told.headers.vary, 'X-Auth-Token');
    assert.match(told.headers['x-openstack-request-id'] ?? '', /^req-[0-9a-f-]{36}$/);
    const access = at(told.json, 'access');
    assert.match(String(at(access, 'token', 'id')), /^[0-9a-f]{32}$/);
    assert.equal(at(access, 'token', 'issued_at'), '2013-02-26T10:00:00.000000Z');
    assert.equal(at(access, 'token', 'expires'), '2013-02-27T10:00:00.000000Z');
    assert.equal(at(access, 'token', 'tenant', 'name'), 'admin');
    assert.deepEqual(each(at(access, 'user', 'roles'), 'name'), ['_member_', 'admin']);
    const catalog = at(access, 'serviceCatalog');
    assert.deepEqual(each(catalog, 'type').sort(), [
      'compute',
      'ec2',
      'identity',
      'image',
      'network',
      'object-store',
      'volume',
      'volumev2',
      'volumev3',
    ]);
    const compute = (catalog as unknown[]).find((entry) => at(entry, 'type') === 'compute');
    assert.equal(at(compute, 'endpoints', 0, 'publicURL'), `http://cloud.example.com:8774/v2/${tenantId('admin')}`);
    const keystone = (catalog as unknown[]).find((entry) => at(entry, 'type') === 'identity');
    assert.equal(at(keystone, 'endpoints', 0, 'adminURL'), 'http://cloud.example.com:35357/v2.0');
  });

  it('takes ids for names, and an id of a tenant before its name', async () => {
    const cloud = simulate();
    const passwordCredentials = { userId: userId('anne'), password: 'anne-password' };
    for (const scope of [{ tenantId: tenantId('anne') }, { tenantId: tenantId('anne'), tenantName: 'no such' }]) {
      const told = await ask(cloud, tokens, {}, { auth: { passwordCredentials, ...scope } });
      assert.equal(at(told.json, 'access', 'token', 'tenant', 'name'), 'anne');
    }
  });

  it('is unscoped without a tenant, whatever stands for nothing: no tenant, no catalogue, no roles', async () => {
    const cloud = simulate();
    for (const nothing of [{}, { tenantName: '' }, { tenantName: null }, { tenantId: null }]) {
      const auth = { ...passwordBody('admin').auth, ...nothing };
      const told = await ask(cloud, tokens, {}, { auth });
      assert.equal(told.status, 200);
      assert.equal(at(told.json, 'access', 'token', 'tenant'), undefined);
      assert.deepEqual(at(told.json, 'access', 'serviceCatalog'), []);
      assert.deepEqual(at(told.json, 'access', 'user', 'roles'), []);
    }
  });

  it('gives a token for a token, which lives no longer than the first', async () => {
    let now = Date.parse('2013-02-26T10:00:00Z');
    const cloud = simulate({ now: () => now });
    const unscoped = await ask(cloud, tokens, {}, passwordBody('anne'));
    const id = at(unscoped.json, 'access', 'token', 'id');
    now += 3_600_000;
    const scoped = await ask(cloud, tokens, {}, { auth: { token: { id }, tenantName: 'anne' } });
    assert.equal(scoped.status, 200);
    assert.equal(at(scoped.json, 'access', 'token', 'expires'), at(unscoped.json, 'access', 'token', 'expires'));
    assert.equal(at(scoped.json, 'access', 'token', 'issued_at'), '2013-02-26T11:00:00.000000Z');
    const audits = at(scoped.json, 'access', 'token', 'audit_ids');
    assert.equal(at(audits, 1), at(unscoped.json, 'access', 'token', 'audit_ids', 0));
  });

  it('answers every wrong login alike, and names only a disabled account', async () => {
    const world = guideWorld();
    const closed = world.tenants.find(({ name }) => name === 'tom');
    const away = world.users.find(({ name }) => name === 'adam');
    assert.ok(closed && away);
    closed.enabled = false;
    away.enabled = false;
    const cloud = simulate({ world });
    for (const body of [
      passwordBody('admin', 'admin', 'wrong'),
      passwordBody('nobody', 'admin'),
      passwordBody('admin', 'no such tenant'),
      passwordBody('anne', 'admin'),
      passwordBody('tom', 'tom'),
      { auth: { token: { id: 'bogus' }, tenantName: 'admin' } },
    ]) {
      const told = await ask(cloud, tokens, {}, body);
      assert.equal(told.status, 401);
      assert.deepEqual(told.json, { error: { message: refused, code: 401, title: 'Unauthorized' } });
      assert.equal(told.headers['www-authenticate'], 'Keystone uri="http://cloud.example.com:5000"');
    }
    const told = await ask(cloud, tokens, {}, passwordBody('adam', 'adam'));
    assert.equal(told.status, 401);
    assert.equal(at(told.json, 'error', 'message'), `The account is disabled for user: ${userId('adam')}.`);
  });

  it('says what a malformed login lacks', async () => {
    const cloud = simulate();
    const cases: readonly (readonly [body: unknown, what: string, headers?: Record<string, string>])[] = [
      [{}, 'auth in request body'],
      [{ auth: {} }, 'auth in request body'],
      [[], 'auth in request body'],
      [{ auth: { identity: { methods: ['password'] } } }, 'auth in request body'],
      [{ auth: { passwordCredentials: { username: 'admin' } } }, 'password in passwordCredentials'],
      [{ auth: { passwordCredentials: { password: 'x' } } }, 'username or userId in passwordCredentials'],
      ['nonsense', 'valid JSON in request body'],
      ['<auth/>', 'application/json in Content-Type header', { 'content-type': 'application/xml' }],
    ];
    for (const [body, what, headers] of cases) {
      const told = await ask(cloud, tokens, headers, body);
      assert.equal(told.status, 400);
      assert.match(
        String(at(told.json, 'error', 'message')),
        new RegExp(`^Expecting to find ${what}\\. The server could`),
      );
    }
  });
});

describe('Identity v2.0: tokens', () => {
  it('are no good once they expired', async () => {
    let now = 0;
    const cloud = simulate({ now: () => now, tokenLife: 60 });
    const token = await login(cloud);
    now = 59_999;
    assert.equal((await ask(cloud, `${adminPort}/v2.0/users`, token)).status, 200);
    now = 60_000;
    assert.equal((await ask(cloud, `${adminPort}/v2.0/users`, token)).status, 401);
  });

  it('are validated by administrators, with what a login answers; members may not', async () => {
    const cloud = simulate();
    const [admin, anne] = [await login(cloud), await login(cloud, 'anne')];
    for (const port of [publicPort, adminPort]) {
      const url = `${port}/v2.0/tokens/${anne['x-auth-token']}`;
      const told = await ask(cloud, url, admin);
      assert.equal(told.status, 200);
      assert.equal(at(told.json, 'access', 'user', 'name'), 'anne');
      const head = await ask(cloud, `HEAD ${url}`, admin);
      assert.deepEqual([head.status, head.text], [200, '']);
      const refusal = await ask(cloud, url, anne);
      assert.equal(refusal.status, 403);
      assert.equal(
        at(refusal.json, 'error', 'message'),
        'You are not authorized to perform the requested action: identity:validate_token.',
      );
    }
    const foreign = `${adminPort}/v2.0/tokens/${anne['x-auth-token']}?belongsTo=${tenantId('admin')}`;
    assert.equal((await ask(cloud, foreign, admin)).status, 401);
    const endpoints = await ask(cloud, `${adminPort}/v2.0/tokens/${anne['x-auth-token']}/endpoints`, admin);
    assert.equal((at(endpoints.json, 'endpoints') as unknown[]).length, 9);
  });

  it('can be revoked, on the admin port', async () => {
    const cloud = simulate();
    const [admin, anne] = [await login(cloud), await login(cloud, 'anne')];
    const path = `/v2.0/tokens/${anne['x-auth-token']}`;
    assert.equal((await ask(cloud, `DELETE ${publicPort}${path}`, admin)).status, 404);
    assert.equal((await ask(cloud, `DELETE ${adminPort}${path}`, anne)).status, 403);
    assert.equal((await ask(cloud, `DELETE ${adminPort}${path}`, admin)).status, 204);
    assert.equal((await ask(cloud, `${adminPort}${path}`, admin)).status, 404);
    assert.equal((await ask(cloud, `${publicPort}/v2.0/tenants`, anne)).status, 401);
  });

  it('die with their user', async () => {
    const world = guideWorld();
    const cloud = simulate({ world });
    const token = await login(cloud, 'anne');
    const anne = world.users.find(({ name }) => name === 'anne');
    assert.ok(anne);
    anne.enabled = false;
    assert.equal((await ask(cloud, `${publicPort}/v2.0/tenants`, token)).status, 401);
  });
});
