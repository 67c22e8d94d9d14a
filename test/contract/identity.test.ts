import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HttpFailure } from '../../src/http/api-errors.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld, tenantId, userId } from '../../src/sandbox/seed.js';
import { identityApi } from '../../src/services/identity/index.js';
import type { AccessInfo, Session } from '../../src/session/session.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { counting } from '../support/transports.js';

const refused = (error: unknown): boolean =>
  error instanceof HttpFailure &&
  error.status === 401 &&
  error.name === 'Unauthorized' &&
  /^The request you have made requires authentication\. \(HTTP 401\) \(Request-ID: req-[-0-9a-f]+\)$/.test(
    error.message,
  );

/** One promise of the identity services, over both versions: whoever uses a session cannot tell them apart. */
for (const version of ['v2.0', 'v3'] as const) {
  describe(`Identity ${version}`, () => {
    const open = (env: Record<string, string>, cloud = simulate()): Session => sessionOf({ transport: cloud, env });
    const grantOf = (env: Record<string, string>): Promise<AccessInfo> => open(env).accessInfo();

    test('a password with a project by name: token, expiry, project, user, roles, catalogue', async () => {
      const before = Date.now();
      const grant = await grantOf(loginEnv('admin', version));
      assert.equal(grant.version, version);
      assert.equal(grant.authUrl, `http://cloud.example.com:5000/${version}`);
      assert.match(grant.token, /^[0-9a-f]{32}$/);
      assert.ok(grant.expires > before + 86_000_000 && grant.expires < Date.now() + 86_402_000);
      assert.equal(grant.project?.id, tenantId('admin'));
      assert.equal(grant.project?.name, 'admin');
      assert.equal(grant.user.id, userId('admin'));
      assert.equal(grant.user.name, 'admin');
      assert.ok(grant.roles.includes('admin'));
      assert.ok(grant.catalog.length > 0);
    });

    test('the catalogue is the same over both versions', async () => {
      const of = async (name: 'v2.0' | 'v3') => {
        const { catalog } = await open(loginEnv('admin', name)).accessInfo();
        return catalog.map(({ type, name: service, region, interface: side, url }) => [
          type,
          service,
          region,
          side,
          url,
        ]);
      };
      assert.deepEqual((await of(version)).sort(), (await of('v2.0')).sort());
    });

    test('a project by id, and a user by id', async () => {
      const byProject = await grantOf({
        ...loginEnv('anne', version),
        OS_TENANT_NAME: '',
        OS_TENANT_ID: tenantId('anne'),
      });
      assert.equal(byProject.project?.name, 'anne');
      const byUser = await grantOf({ ...loginEnv('anne', version), OS_USERNAME: '', OS_USER_ID: userId('anne') });
      assert.equal(byUser.user.name, 'anne');
      assert.equal(byUser.project?.name, 'anne');
    });

    test('with name and id of a project the id counts', async () => {
      const grant = await grantOf(
        loginEnv('anne', version, { OS_TENANT_ID: tenantId('anne'), OS_TENANT_NAME: 'other' }),
      );
      assert.equal(grant.project?.name, 'anne');
    });

    test('without a project: no catalogue over v2.0, the default project over v3', async () => {
      const session = open({ ...loginEnv('anne', version), OS_TENANT_NAME: '' });
      const grant = await session.accessInfo();
      if (version === 'v3') {
        assert.equal(grant.project?.name, 'anne');
        return;
      }
      assert.equal(grant.project, undefined);
      assert.deepEqual(grant.catalog, []);
      assert.deepEqual(grant.roles, []);
      await assert.rejects(session.endpoint('compute'), { message: 'The service catalog is empty.' });
    });

    test('a token buys another one, for a project', async () => {
      const cloud = simulate();
      const first = await open({ ...loginEnv('anne', version), OS_TENANT_NAME: '' }, cloud).accessInfo();
      const {
        OS_PASSWORD: _password,
        OS_USERNAME: _name,
        ...env
      } = loginEnv('anne', version, { OS_TOKEN: first.token });
      const second = await open(env, cloud).accessInfo();
      assert.equal(second.project?.name, 'anne');
      assert.equal(second.user.name, 'anne');
      assert.notEqual(second.token, first.token);
      // Keystone looks for a token over v3 as for any thing, and does not find it.
      const unknown = version === 'v2.0' ? refused : { name: 'NotFound', status: 404 };
      await assert.rejects(open({ ...env, OS_TOKEN: 'worthless' }, cloud).accessInfo(), unknown);
    });

    test('wrong password, unknown user, unknown project, no role in it: refused, with what was tried', async () => {
      await assert.rejects(grantOf(loginEnv('admin', version, { OS_PASSWORD: 'wrong' })), (error) => {
        assert.ok(refused(error));
        const { hint = '' } = error as HttpFailure;
        assert.ok(hint.includes('user admin, project admin'), hint);
        assert.ok(hint.includes(`http://cloud.example.com:5000/${version}`), hint);
        assert.ok(!hint.includes('wrong,') && !JSON.stringify(error).includes('"wrong"'));
        return true;
      });
      await assert.rejects(grantOf(loginEnv('nobody', version)), refused);
      await assert.rejects(grantOf(loginEnv('admin', version, { OS_TENANT_NAME: 'nothing' })), refused);
      await assert.rejects(grantOf(loginEnv('anne', version, { OS_TENANT_NAME: 'admin' })), refused);
    });

    test('an administrator sees services and endpoints, a member is told no', async () => {
      const api = await identityApi(open(loginEnv('admin', version)));
      const services = await collect(api.services());
      assert.ok(services.some(({ name, type }) => name === 'nova' && type === 'compute'));
      const endpoints = await collect(api.endpoints());
      const identity = services.find(({ type }) => type === 'identity');
      const row = endpoints.find(({ serviceId }) => serviceId === identity?.id);
      assert.equal(row?.publicUrl, 'http://cloud.example.com:5000/v2.0');
      assert.equal(row?.adminUrl, 'http://cloud.example.com:35357/v2.0');
      assert.equal(row?.region, 'RegionOne');

      const member = await identityApi(open(loginEnv('anne', version)));
      await assert.rejects(collect(member.services()), { name: 'Forbidden', status: 403 });
      await assert.rejects(collect(member.endpoints()), { name: 'Forbidden', status: 403 });
    });

    test('an endpoint without admin and internal URLs has empty ones', async () => {
      const world = guideWorld();
      const at = world.endpoints.findIndex(({ publicurl }) => publicurl?.includes(':9292'));
      const { id, region, serviceId, publicurl } = world.endpoints[at] ?? assert.fail('no image service');
      world.endpoints.splice(at, 1, { id, region, serviceId, publicurl });
      const session = open(loginEnv('admin', version), simulate({ world }));
      const rows = await collect((await identityApi(session)).endpoints());
      const row = rows.find((one) => one.publicUrl.includes(':9292'));
      assert.equal(row?.internalUrl, '');
      assert.equal(row?.adminUrl, '');
      assert.match(await session.endpoint('image'), /:9292/);
      await assert.rejects(session.endpoint('image', { interface: 'admin' }), {
        name: 'EndpointNotFound',
        message: 'adminURL endpoint for image service in RegionOne region not found',
      });
    });

    test('a kept token that was revoked is dropped, and the request made again, once', async () => {
      const cloud = simulate();
      const { transport, requests } = counting(cloud);
      const store = memoryStore();
      const env = loginEnv('admin', version);
      const first = sessionOf({ transport, env, store });
      const { token } = await first.accessInfo();
      await first.settled();
      // Someone revokes it elsewhere.
      await cloud({
        method: 'DELETE',
        url: 'http://cloud.example.com:5000/v3/auth/tokens',
        headers: { 'x-auth-token': token, 'x-subject-token': token },
      });
      requests.length = 0;
      const second = sessionOf({ transport, env, store });
      const services = await collect((await identityApi(second)).services());
      assert.ok(services.length > 0);
      assert.deepEqual(
        requests.map((request) => request.split(' ')[0]),
        ['GET', 'POST', 'GET'],
      );
      await second.settled();
      requests.length = 0;
      const third = sessionOf({ transport, env, store });
      await collect((await identityApi(third)).services());
      assert.equal(requests.length, 1);
      assert.notEqual((await third.accessInfo()).token, token);
    });

    test('an expired token is not used, nor one that is about to', async () => {
      let now = Date.UTC(2013, 1, 10);
      const { transport, requests } = counting(simulate({ now: () => now, tokenLife: 3600 }));
      const store = memoryStore();
      const env = loginEnv('admin', version);
      const ask = async (): Promise<number> => {
        requests.length = 0;
        const session = sessionOf({ transport, env, store, now: () => now });
        await collect((await identityApi(session)).services());
        await session.settled();
        return requests.length;
      };
      assert.equal(await ask(), 2);
      assert.equal(await ask(), 1);
      now += (3600 - 130) * 1000;
      assert.equal(await ask(), 1);
      now += 20_000;
      assert.equal(await ask(), 2);
      assert.equal(await ask(), 1);
      now += 7_200_000;
      assert.equal(await ask(), 2);
    });

    test('logging out revokes what was kept and forgets it', async () => {
      const cloud = simulate();
      const store = memoryStore();
      const session = sessionOf({ transport: cloud, env: loginEnv('anne', version), store });
      const { token } = await session.accessInfo();
      await session.settled();
      const gone = [];
      for await (const one of session.logout('these')) gone.push(one);
      assert.equal(gone.length, 1);
      assert.equal(gone[0]?.failure, undefined);
      assert.equal(gone[0]?.accessInfo.user.name, 'anne');
      assert.equal(store.held.size, 0);
      const after = await cloud({
        method: 'GET',
        url: 'http://cloud.example.com:5000/v3/auth/tokens',
        headers: { 'x-auth-token': token, 'x-subject-token': token },
      });
      assert.equal(after.status, 401);
      for await (const one of session.logout('these')) assert.fail(`still there: ${one.accessInfo.user.name}`);
    });
  });
}

test('v3: the scope may be a domain, and no two scopes at once', async () => {
  const env = { ...loginEnv('admin', 'v3'), OS_TENANT_NAME: '' };
  await assert.rejects(
    sessionOf({
      transport: simulate(),
      env: { ...env, OS_PROJECT_NAME: 'admin', OS_DOMAIN_NAME: 'Default' },
    }).accessInfo(),
    { message: /^Authentication cannot be scoped to multiple targets\. Pick one of: project, domain, trust/ },
  );
});
