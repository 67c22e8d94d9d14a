import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stackline } from '../support/stackline.js';

/* The screens themselves are in test/transcripts/usage.txt. */

describe('help', () => {
  it('for a verb has no more than the classic one; --help also has the options that all commands take', async () => {
    const own = (await stackline('help show', { program: 'nova' })).stdout;
    const all = (await stackline('show --help', { program: 'nova' })).stdout;
    assert.ok(all.startsWith(own.slice(0, own.indexOf('Positional'))));
    assert.doesNotMatch(own, /--os-auth-url/);
    assert.match(all, /\nOutput options:\n[\s\S]*--os-auth-url/);
    assert.ok(all.split('\n').every((line) => line.length <= 80));
  });

  it('for a program lists its verbs, as it does when nothing is typed', async () => {
    for (const program of ['nova', 'keystone', 'nova-manage', 'glance-manage', 'stackline']) {
      const { stdout, code } = await stackline('', { program });
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^usage: ${program} \\[options\\] <subcommand> \\.\\.\\.\n`));
      assert.match(stdout, /\n {4}help {24}Display help about/);
      assert.equal((await stackline('help', { program })).stdout, stdout);
      assert.equal((await stackline('--help', { program })).stdout, stdout);
    }
  });

  it('takes a verb with or without its client in front, and fails for one that there is not', async () => {
    const lines = ['help show', 'help service-list', 'help nova show', 'help nova-manage service list', 'help demo'];
    for (const line of lines) {
      const { stdout, code } = await stackline(line);
      assert.equal(code, 0, line);
      assert.match(stdout, new RegExp(`^usage: stackline ${line.slice('help '.length)}`));
    }
    assert.equal((await stackline('help nosuch')).code, 1);
  });
});
