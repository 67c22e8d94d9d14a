import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { guarded, kept, noPassword, nothing, PASSWORD, V3 } from '../support/guarded-logins.js';
import { type Setting, stackline } from '../support/stackline.js';

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

  it('loses one with the key of temporary URLs, for which nothing is asked', async () => {
    assert.deepEqual(await order('swift tempurl GET 60 /v1/a/c/o the-key-of-an-account'), ['hidden']);
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
