import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import { memoryStore } from '../support/sessions.js';
import { type Setting, stackline } from '../support/stackline.js';

const PASSWORD = 'admin-password';
const V3 = { OS_AUTH_URL: 'http://cloud.example.com:5000/v3' };
const noPassword = { OS_PASSWORD: undefined };
const nothing = { OS_AUTH_URL: undefined, OS_USERNAME: undefined, OS_TENANT_NAME: undefined, ...noPassword };

/** The guide's cloud with a second proof, an application credential, and a token for each of two projects. */
function guarded(passcode?: string) {
  const world = guideWorld();
  const admin = world.users.find(({ name }) => name === 'admin');
  const tenant = world.tenants.find(({ name }) => name === 'admin');
  assert.ok(admin !== undefined && tenant !== undefined);
  if (passcode !== undefined) admin.passcode = passcode;
  const ids = { userId: admin.id, tenantId: tenant.id };
  world.applicationCredentials.push({ id: 'c1', name: 'robot', secret: 'its-long-secret', ...ids });
  return world;
}

/** A login that an earlier run has kept. */
async function kept(env: Setting['env'] = {}) {
  const logins = memoryStore();
  const transport = simulate();
  assert.equal((await stackline('list', { env: env ?? {}, logins, transport })).code, 0);
  return { logins, transport };
}

describe('the list of processes', () => {
  /** What happens in the order in which it does: `hidden`, requests. */
  async function order(line: string, setting: Setting = {}): Promise<readonly string[]> {
    const events: string[] = [];
    const cloud = setting.transport ?? simulate(setting.sim);
    const transport: Transport = (request) => {
      events.push(request.method);
      return cloud(request);
    };
    await stackline(line.split(' '), { ...setting, transport, hideArguments: () => void events.push('hidden') });
    return events;
  }

  it('loses a command line with a secret before anything is asked', async () => {
    const credential = { ...nothing, ...V3, OS_APPLICATION_CREDENTIAL_ID: 'c1' };
    const lines: readonly (readonly [line: string, env: Setting['env']])[] = [
      [`list --os-password ${PASSWORD}`, {}],
      [`--os_password=${PASSWORD} list`, {}],
      ['list --os-passcode 314159', V3],
      ['list --os-application-credential-secret its-long-secret', credential],
      ['list --os-trust-id c0ffee', V3],
      ['list --os-token 0123456789abcdef', V3],
      ['keystone tenant-list --os-token t --os-endpoint http://cloud.example.com:35357/v2.0', nothing],
    ];
    for (const [line, env] of lines) {
      const events = await order(line, { env: env ?? {}, sim: { world: guarded() } });
      assert.equal(events[0], 'hidden', line);
      assert.ok(events.length > 1, line);
    }
  });

  it('loses one with the password of a server before it is sent there', async () => {
    const line = 'api POST compute /servers/1/action -d {"changePassword":{"adminPass":"canary-of-a-server"}}';
    const events = await order(line, await kept());
    assert.deepEqual(events, ['hidden', 'POST']);
  });

  it('loses it before the run waits for its turn', async () => {
    const events: string[] = [];
    await stackline(`list --lock --os-password ${PASSWORD}`, {
      hideArguments: () => void events.push('hidden'),
      lock: async () => {
        events.push('lock');
        return { holder: { pid: 1, host: 'h', since: 0 }, path: '/lock' };
      },
    });
    assert.deepEqual(events, ['hidden', 'lock']);
  });

  it('keeps every other command line', async () => {
    for (const line of ['list', 'list --os-auth-url http://cloud.example.com:5000/v2.0 --os-username admin'])
      assert.ok(!(await order(line)).includes('hidden'), line);
    const files = new Map([['/pw', PASSWORD]]);
    const fromFile = await order('list --os-password-file /pw', { env: noPassword, files });
    assert.ok(fromFile.length > 0 && !fromFile.includes('hidden'));
  });
});
