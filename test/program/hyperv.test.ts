import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fakeHost, PASSWORD, USER } from '../hyperv/fake-host.js';
import { root } from '../support/imports.js';

/* The built program on real sockets: its parts are put together as they are shipped. */

async function run(words: readonly string[]) {
  const env = { PATH: process.env.PATH, HYPERV_USERNAME: USER, HYPERV_PASSWORD: PASSWORD };
  const child = spawn(process.execPath, [join(root, 'bin', 'stackline.js'), 'hyperv', ...words], { env });
  const texts = ['', ''];
  for (const [at, stream] of [child.stdout, child.stderr].entries()) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      texts[at] += chunk;
    });
  }
  const [code] = await once(child, 'close');
  return { code, stdout: texts[0], stderr: texts[1] };
}

describe('the built program on a host of Hyper-V', () => {
  it('logs in by NTLM, reads and changes', async (t) => {
    const host = await fakeHost(t, { plain: true, jobs: { states: [7] } });
    const list = await run(['vm', 'list', host.url, '-f', 'value', '-c', 'Name']);
    assert.deepEqual(list, { code: 0, stdout: 'instance-0000002a\nbuild-agent\nfiles\n', stderr: '' });
    const set = await run(['kvp', 'set', host.url, 'files', 'key', 'data', '--yes']);
    assert.deepEqual([set.code, set.stderr], [0, '']);
    assert.equal(host.world.machines[2]?.hostItems.get('key'), 'data');
    assert.deepEqual(host.complaints, []);
  });

  it('knows a fault of the host in every part of it', async (t) => {
    const host = await fakeHost(t, { plain: true });
    const { code, stderr } = await run(['job', 'show', host.url, 'nope']);
    assert.equal(code, 1);
    assert.match(stderr ?? '', /no job with an ID of 'nope' exists/);
  });
});
