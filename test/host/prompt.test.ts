import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openrc, stackline } from '../support/stackline.js';

describe('a password that is missing', () => {
  const env = { OS_PASSWORD: undefined };
  const expecting = 'Expecting a password provided via either --os-password, env[OS_PASSWORD], or prompted response';

  it('is asked for on a terminal', async () => {
    const asked: string[] = [];
    const { stdout, stderr, code } = await stackline('list --minimal', {
      env,
      tty: true,
      askPassword: async (question) => {
        asked.push(question);
        return openrc.OS_PASSWORD;
      },
    });
    assert.match(stdout, /ID/);
    assert.deepEqual([stderr, code, asked], ['', 0, ['OS Password: ']]);
  });

  it('is not asked for anywhere else', async () => {
    const nova = await stackline('list', { env });
    assert.deepEqual([nova.stderr, nova.code, nova.requests], [`ERROR (CommandError): ${expecting}\n`, 1, []]);
    const keystone = await stackline('service-list', { env });
    assert.deepEqual([keystone.stderr, keystone.code, keystone.requests], [`${expecting}\n`, 1, []]);
  });

  it('may be refused with Ctrl-D', async () => {
    const { stderr, code } = await stackline('list', { env, tty: true, askPassword: async () => undefined });
    assert.deepEqual([stderr, code], [`ERROR (CommandError): ${expecting}\n`, 1]);
  });

  it('is not needed with a token', async () => {
    const { stderr, code } = await stackline('list --os-token x', { env, tty: true });
    assert.match(stderr, /^ERROR \(Unauthorized\)/);
    assert.equal(code, 1);
  });
});
