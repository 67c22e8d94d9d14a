import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { loginEnv, memoryStore, sessionOf } from '../support/sessions.js';

/** The embedded cloud, and the logins that it sees: the method of each. */
function watched(refuse = false) {
  const cloud = simulate();
  const logins: string[] = [];
  const transport: Transport = async (request) => {
    if (request.method === 'POST' && /tokens$/.test(request.url)) {
      const isToken = /"token":\{"id"/.test(request.body ?? '');
      logins.push(isToken ? 'token' : 'password');
      if (isToken && refuse) {
        return { status: 403, headers: {}, body: (async function* () {})() };
      }
    }
    return cloud(request);
  };
  return { transport, logins };
}

for (const version of ['v2.0', 'v3'] as const) {
  describe(`a login for a project, after one for none, over ${version}`, () => {
    const other = loginEnv('admin', version);
    const admin = { ...other, OS_TENANT_NAME: '' };

    it('is had for the token of the first one, and kept', async () => {
      const { transport, logins } = watched();
      const store = memoryStore();
      const first = sessionOf({ transport, env: admin, store });
      const { user } = await first.accessInfo();
      await first.settled();
      const second = sessionOf({ transport, env: other, store });
      const accessInfo = await second.accessInfo();
      await second.settled();
      assert.equal(accessInfo.project?.name, 'admin');
      assert.equal(accessInfo.user.id, user.id);
      assert.deepEqual(logins, ['password', 'token']);
      await sessionOf({ transport, env: other, store }).accessInfo();
      await sessionOf({ transport, env: admin, store }).accessInfo();
      assert.deepEqual(logins, ['password', 'token']);
    });

    it('needs the same password, the same user and the same place', async () => {
      const changes = [
        { OS_PASSWORD: 'wrong' },
        { OS_USERNAME: 'test-user', OS_PASSWORD: 'test-password' },
        { OS_AUTH_URL: `http://cloud.example.com:35357/${version}` },
        { OS_CACERT: '/other/ca.pem' },
      ];
      for (const change of changes) {
        const { transport, logins } = watched();
        const store = memoryStore();
        const first = sessionOf({ transport, env: admin, store });
        await first.accessInfo();
        await first.settled();
        const second = sessionOf({ transport, env: { ...other, ...change }, store });
        await second.accessInfo().catch(() => undefined);
        assert.deepEqual(logins, ['password', 'password'], JSON.stringify(change));
      }
    });

    it('is made with the password where the cloud does not exchange tokens', async () => {
      const { transport, logins } = watched(true);
      const store = memoryStore();
      const first = sessionOf({ transport, env: admin, store });
      await first.accessInfo();
      await first.settled();
      const notes: string[] = [];
      const accessInfo = await sessionOf({ transport, env: other, store, notes }).accessInfo();
      assert.equal(accessInfo.project?.name, 'admin');
      assert.deepEqual(logins, ['password', 'token', 'password']);
      assert.match(notes.join('\n'), /does not exchange the login .*HTTP 403/);
    });

    it('is made with the password where the cloud has forgotten the first one', async () => {
      const { transport, logins } = watched();
      const store = memoryStore();
      const first = sessionOf({ transport, env: admin, store });
      await first.accessInfo();
      await first.settled();
      // Another keystone, with other keys.
      const restarted = watched();
      const accessInfo = await sessionOf({ transport: restarted.transport, env: other, store }).accessInfo();
      assert.equal(accessInfo.project?.name, 'admin');
      assert.deepEqual([...logins, ...restarted.logins], ['password', 'token', 'password']);
    });

    if (version === 'v3') {
      it('is had for a domain, too', async () => {
        const { transport, logins } = watched();
        const store = memoryStore();
        const first = sessionOf({ transport, env: other, store });
        await first.accessInfo();
        await first.settled();
        const second = sessionOf({ transport, env: { ...admin, OS_DOMAIN_ID: 'default' }, store });
        assert.equal((await second.accessInfo()).domain?.id, 'default');
        assert.deepEqual(logins, ['password', 'token']);
      });
    }

    it('leaves nothing behind after a logout', async () => {
      const { transport } = watched();
      const store = memoryStore();
      const first = sessionOf({ transport, env: admin, store });
      await first.accessInfo();
      await first.settled();
      let count = 0;
      for await (const { failure } of first.logout('these')) {
        assert.equal(failure, undefined);
        count += 1;
      }
      assert.equal(count, 1);
      assert.equal(store.held.size, 0);
    });
  });
}
