import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId, userId } from '../../src/sandbox/seed.js';
import { adminPort, ask, at, each, login, publicPort } from './ask.js';

const tokens = `POST ${publicPort}/v3/auth/tokens`;
const domain = { id: 'default' };

function password(user: string, scope?: unknown, secret = `${user}-password`) {
  const identity = { methods: ['password'], password: { user: { name: user, domain, password: secret } } };
  return { auth: { identity, ...(scope === undefined ? {} : { scope }) } };
}

describe('Identity v3: logging in', () => {
  it('gives 201, the token in a header, and one endpoint for each interface', async () => {
    const now = () => Date.parse('2026-11-21T23:39:22.7Z');
    const told = await ask(
      simulate({ now }),
      tokens,
      {},
      password('admin', { project: { name: 'admin', domain: { name: 'Default' } } }),
    );
    assert.equal(told.status, 201);
    assert.match(told.headers['x-subject-token'] ?? '', /^[0-9a-f]{32}$/);
    const token = at(told.json, 'token');
    assert.deepEqual(at(token, 'methods'), ['password']);
    assert.equal(at(token, 'expires_at'), '2026-11-22T23:39:22.000000Z');
    assert.equal(at(token, 'project', 'id'), tenantId('admin'));
    assert.deepEqual(each(at(token, 'roles'), 'name'), ['_member_', 'admin']);
    const compute = (at(token, 'catalog') as unknown[]).find((entry) => at(entry, 'type') === 'compute');
    assert.deepEqual(each(at(compute, 'endpoints'), 'interface'), ['admin', 'internal', 'public']);
    assert.equal(at(compute, 'endpoints', 2, 'url'), `http://cloud.example.com:8774/v2/${tenantId('admin')}`);
    assert.equal(at(compute, 'endpoints', 2, 'region_id'), 'RegionOne');
  });

  it('leaves the catalogue out when asked to', async () => {
    const told = await ask(
      simulate(),
      `${tokens}?nocatalog`,
      {},
      password('admin', { project: { id: tenantId('admin') } }),
    );
    assert.equal(told.status, 201);
    assert.equal(at(told.json, 'token', 'catalog'), undefined);
    assert.equal(at(told.json, 'token', 'project', 'name'), 'admin');
  });

  it("takes the user's own project for no scope, and none for `unscoped` or where there is none", async () => {
    const world = guideWorld();
    const homeless = world.users.find(({ name }) => name === 'tom');
    assert.ok(homeless);
    homeless.tenantId = undefined;
    const cloud = simulate({ world });
    const own = await ask(cloud, tokens, {}, password('anne'));
    assert.equal(at(own.json, 'token', 'project', 'name'), 'anne');
    for (const body of [password('anne', 'unscoped'), password('tom')]) {
      const told = await ask(cloud, tokens, {}, body);
      assert.equal(told.status, 201);
      for (const key of ['project', 'roles', 'catalog']) assert.equal(at(told.json, 'token', key), undefined);
    }
  });

  it('scopes to the domain for who has a role there', async () => {
    const cloud = simulate();
    const told = await ask(cloud, tokens, {}, password('admin', { domain: { name: 'Default' } }));
    assert.equal(at(told.json, 'token', 'domain', 'id'), 'default');
    assert.equal(at(told.json, 'token', 'project'), undefined);
    assert.equal((await ask(cloud, tokens, {}, password('anne', { domain }))).status, 401);
  });

  it('gives a token for a token, with its expiry', async () => {
    const cloud = simulate();
    const first = await ask(cloud, tokens, {}, password('anne', 'unscoped'));
    const identity = { methods: ['token'], token: { id: first.headers['x-subject-token'] } };
    const told = await ask(cloud, tokens, {}, { auth: { identity, scope: { project: { id: tenantId('anne') } } } });
    assert.equal(told.status, 201);
    assert.equal(at(told.json, 'token', 'expires_at'), at(first.json, 'token', 'expires_at'));
    assert.deepEqual(at(told.json, 'token', 'methods'), ['password', 'token']);
  });

  it('takes an application credential, whose project is fixed', async () => {
    const world = guideWorld();
    const [row] = world.applicationCredentials;
    assert.ok(row);
    const cloud = simulate({ world });
    const identity = {
      methods: ['application_credential'],
      application_credential: { id: row.id, secret: row.secret },
    };
    const told = await ask(cloud, tokens, {}, { auth: { identity } });
    assert.equal(at(told.json, 'token', 'application_credential', 'name'), 'monitoring');
    assert.equal(at(told.json, 'token', 'project', 'name'), 'admin');
    const scoped = await ask(cloud, tokens, {}, { auth: { identity, scope: { project: { id: tenantId('admin') } } } });
    assert.equal(scoped.status, 401);
    assert.equal(at(scoped.json, 'error', 'message'), 'Application credentials cannot request a scope.');
    const named = {
      methods: ['application_credential'],
      application_credential: { name: 'monitoring', secret: 'wrong', user: { id: userId('admin') } },
    };
    assert.equal((await ask(cloud, tokens, {}, { auth: { identity: named } })).status, 401);
  });

  it('answers wrong logins alike', async () => {
    const cloud = simulate();
    for (const body of [
      password('admin', undefined, 'wrong'),
      password('nobody'),
      password('admin', { project: { name: 'nope', domain } }),
      password('anne', { project: { name: 'admin', domain } }),
      password('admin', { project: { name: 'admin', domain: { id: 'other' } } }),
    ]) {
      const told = await ask(cloud, tokens, {}, body);
      assert.equal(told.status, 401);
      assert.equal(at(told.json, 'error', 'message'), 'The request you have made requires authentication.');
    }
    assert.equal((await ask(cloud, tokens, {}, { auth: {} })).status, 400);
    assert.equal((await ask(cloud, tokens, {}, {})).status, 400);
  });
});

describe('Identity v3: tokens', () => {
  it('are validated and revoked by administrators and by their own user', async () => {
    const cloud = simulate();
    const [admin, anne, tom] = [await login(cloud), await login(cloud, 'anne'), await login(cloud, 'tom')];
    const subject = { 'x-subject-token': anne['x-auth-token'] };
    const url = `${adminPort}/v3/auth/tokens`;
    for (const headers of [admin, anne]) {
      const told = await ask(cloud, url, { ...headers, ...subject });
      assert.equal(told.status, 200);
      assert.equal(told.headers['x-subject-token'], anne['x-auth-token']);
      assert.equal(at(told.json, 'token', 'user', 'name'), 'anne');
    }
    assert.equal((await ask(cloud, url, { ...tom, ...subject })).status, 403);
    assert.equal((await ask(cloud, `HEAD ${url}`, { ...anne, ...subject })).status, 200);
    assert.equal((await ask(cloud, `DELETE ${url}`, { ...anne, ...subject })).status, 204);
    assert.equal((await ask(cloud, url, { ...admin, ...subject })).status, 404);
    assert.equal((await ask(cloud, url, { ...anne, ...subject })).status, 401);
  });
});

describe('Identity v3: lists', () => {
  it('shows administrators everything, with links', async () => {
    const cloud = simulate();
    const admin = await login(cloud);
    const sizes: Record<string, number> = { services: 9, endpoints: 27, projects: 12, users: 14, roles: 3, domains: 1 };
    for (const [kind, size] of Object.entries(sizes)) {
      const told = await ask(cloud, `${publicPort}/v3/${kind}`, admin);
      assert.equal(told.status, 200);
      const rows = at(told.json, kind) as unknown[];
      assert.equal(rows.length, size);
      assert.equal(at(rows[0], 'links', 'self'), `${publicPort}/v3/${kind}/${at(rows[0], 'id')}`);
      assert.deepEqual(at(told.json, 'links'), { next: null, self: `${publicPort}/v3/${kind}`, previous: null });
      assert.deepEqual(each(rows, 'id'), [...each(rows, 'id')].sort());
    }
    const named = await ask(cloud, `${publicPort}/v3/projects?name=tom`, admin);
    assert.deepEqual(each(at(named.json, 'projects'), 'id'), [tenantId('tom')]);
    const open = await ask(cloud, `${publicPort}/v3/endpoints?interface=public`, admin);
    assert.equal((at(open.json, 'endpoints') as unknown[]).length, 9);
    const roles = await ask(cloud, `${publicPort}/v3/role_assignments?user.id=${userId('tom')}&include_names`, admin);
    assert.equal(at(roles.json, 'role_assignments', 0, 'scope', 'project', 'name'), 'tom');
    const unknown = await ask(cloud, `${publicPort}/v3/users/nope`, admin);
    assert.equal(unknown.status, 404);
    assert.equal(at(unknown.json, 'error', 'message'), 'Could not find user: nope.');
  });

  it('shows members themselves, and tells them what they may not', async () => {
    const cloud = simulate();
    const anne = await login(cloud, 'anne');
    const refusal = await ask(cloud, `${publicPort}/v3/services`, anne);
    assert.equal(refusal.status, 403);
    assert.equal(
      at(refusal.json, 'error', 'message'),
      'You are not authorized to perform the requested action: identity:list_services.',
    );
    assert.equal((await ask(cloud, `${publicPort}/v3/users/${userId('anne')}`, anne)).status, 200);
    assert.equal((await ask(cloud, `${publicPort}/v3/projects/${tenantId('anne')}`, anne)).status, 200);
    assert.equal((await ask(cloud, `${publicPort}/v3/users/${userId('tom')}`, anne)).status, 403);
    const projects = await ask(cloud, `${publicPort}/v3/auth/projects`, anne);
    assert.deepEqual(each(at(projects.json, 'projects'), 'name'), ['anne']);
    const catalog = await ask(cloud, `${publicPort}/v3/auth/catalog`, anne);
    assert.equal((at(catalog.json, 'catalog') as unknown[]).length, 9);
    assert.equal((await ask(cloud, `${publicPort}/v3/services`)).status, 401);
    assert.equal((await ask(cloud, `${publicPort}/v3/nonsense`, anne)).status, 404);
  });
});
