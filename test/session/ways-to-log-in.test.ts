import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import nova from '../../src/classic/nova.js';
import { resolveSettings } from '../../src/config/settings.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import { openSession } from '../../src/session/cloud-session.js';
import { loginEnv, memoryStore } from '../support/sessions.js';
import { stackline } from '../support/stackline.js';
import { counting } from '../support/transports.js';

/** The guide's cloud, where the admin's device shows a number, and has an application credential. */
function guarded() {
  const world = guideWorld();
  const admin = world.users.find(({ name }) => name === 'admin');
  const tenant = world.tenants.find(({ name }) => name === 'admin');
  assert.ok(admin !== undefined && tenant !== undefined);
  const credential = { id: 'c1', name: 'robot', secret: 'its-secret', userId: admin.id, tenantId: tenant.id };
  return { world, admin, credential };
}

describe('a password that is not enough', () => {
  const open = (env: Record<string, string>, passcode?: () => Promise<string | undefined>) => {
    const { world, admin } = guarded();
    admin.passcode = '123456';
    const { transport, requests } = counting(simulate({ world }));
    const notes: string[] = [];
    const session = openSession({
      transport,
      settings: resolveSettings({}, { ...loginEnv('admin', 'v3'), ...env }, nova.env),
      service: 'compute',
      now: Date.now,
      note: (line) => void notes.push(line),
      ...(passcode === undefined ? {} : { passcode }),
    });
    return { session, requests, notes };
  };

  it('goes with a passcode at once', async () => {
    const { session, requests } = open({ OS_PASSCODE: '123456' });
    assert.equal((await session.accessInfo()).project?.name, 'admin');
    assert.equal(requests.length, 1);
  });

  it('gets a receipt, and a passcode is asked for', async () => {
    const { session, requests, notes } = open({}, async () => '123456');
    const accessInfo = await session.accessInfo();
    assert.deepEqual([accessInfo.user.name, accessInfo.project?.name], ['admin', 'admin']);
    assert.equal(requests.length, 2);
    assert.match(notes.join(), /wants a passcode beside the password/);
  });

  it('ends with a sentence where nobody can be asked, or the number is wrong', async () => {
    await assert.rejects(open({}).session.accessInfo(), { name: 'MissingAuthMethods', message: /needs a passcode/ });
    await assert.rejects(open({}, async () => '').session.accessInfo(), { name: 'MissingAuthMethods' });
    await assert.rejects(open({}, async () => '654321').session.accessInfo(), { name: 'Unauthorized' });
    await assert.rejects(open({ OS_PASSCODE: '654321' }).session.accessInfo(), { name: 'Unauthorized' });
    await assert.rejects(open({ OS_PASSWORD: 'wrong', OS_PASSCODE: '123456' }).session.accessInfo(), {
      name: 'Unauthorized',
    });
  });

  it('goes by the passcode alone with v3totp', async () => {
    const { session } = open({ OS_AUTH_TYPE: 'v3totp', OS_PASSWORD: '', OS_PASSCODE: '123456' });
    assert.equal((await session.accessInfo()).user.name, 'admin');
  });

  it('is kept, whatever the next passcode is', async () => {
    const { world, admin } = guarded();
    admin.passcode = '1';
    const env = { OS_AUTH_URL: 'http://cloud.example.com:5000/v3' };
    const logins = memoryStore();
    const transport = simulate({ world });
    assert.equal((await stackline('list --os-passcode 1', { env, transport, logins })).code, 0);
    const again = await stackline('list', { env, transport, logins });
    assert.deepEqual([again.code, again.requests.filter((one) => one.startsWith('POST'))], [0, []]);
  });
});

describe('an application credential', () => {
  const env = {
    OS_AUTH_URL: 'http://cloud.example.com:5000/v3',
    OS_USERNAME: undefined,
    OS_PASSWORD: undefined,
    OS_TENANT_NAME: undefined,
  };
  const run = (more: Readonly<Record<string, string>>) => {
    const { world, credential } = guarded();
    world.applicationCredentials.push(credential);
    return stackline('list -f value -c Name', { env: { ...env, ...more }, sim: { world } });
  };

  it('logs in by id, or by name with its user, and sends no scope', async () => {
    const secret = { OS_APPLICATION_CREDENTIAL_SECRET: 'its-secret' };
    const byName = { OS_APPLICATION_CREDENTIAL_NAME: 'robot', OS_USERNAME: 'admin', OS_USER_DOMAIN_NAME: 'Default' };
    const ways: readonly Record<string, string>[] = [
      { OS_APPLICATION_CREDENTIAL_ID: 'c1' },
      { OS_APPLICATION_CREDENTIAL_ID: 'c1', OS_PROJECT_NAME: 'left-over', OS_AUTH_TYPE: 'v3applicationcredential' },
      byName,
    ];
    for (const more of ways) {
      const { stdout, stderr, code } = await run({ ...secret, ...more });
      assert.deepEqual([stderr, code], ['', 0], JSON.stringify(more));
      assert.match(stdout, /^monitor$/m);
    }
  });

  it('says what is missing, or that it was refused', async () => {
    const id = { OS_APPLICATION_CREDENTIAL_ID: 'c1' };
    assert.match((await run(id)).stderr, /You must provide the application credential's secret via either --os-app/);
    const wrong = await run({ ...id, OS_APPLICATION_CREDENTIAL_SECRET: 'canary-secret' });
    assert.match(wrong.stderr, /Refused at .*: application credential c1\./);
    assert.doesNotMatch(wrong.stderr, /canary/);
    const gone = await run({ OS_APPLICATION_CREDENTIAL_ID: 'c2', OS_APPLICATION_CREDENTIAL_SECRET: 'its-secret' });
    assert.match(gone.stderr, /^ERROR \(NotFound\): Could not find Application Credential: c2\. \(HTTP 404\)/);
    const type = { OS_AUTH_TYPE: 'v3applicationcredential' };
    assert.match((await run(type)).stderr, /You must provide an application credential via either/);
  });
});
