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
    for (const program of ['nova', 'keystone', 'nova-manage', 'glance-manage']) {
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
      assert.match(stdout, new RegExp(`\nusage: stackline ${line.slice('help '.length)}`));
    }
    assert.equal((await stackline('help nosuch')).code, 2);
    assert.equal((await stackline('help nosuch', { program: 'nova' })).code, 1);
  });

  it('is what --help beside a word that no classic client knows asks for; under our own name the word is wrong', async () => {
    for (const program of ['nova', 'keystone', 'cinder', 'glance', 'neutron', 'quantum']) {
      const { stdout: whole } = await stackline('', { program });
      for (const line of ['nosuch --help', '--help nosuch', '-h nosuch -x', 'nosuch -h']) {
        const { stdout, stderr, code } = await stackline(line, { program });
        assert.deepEqual([stdout, stderr, code], [whole, '', 0], `${program} ${line}`);
      }
    }
    assert.equal((await stackline('nosuch --help')).code, 2);
    assert.equal((await stackline('nosuch --help', { program: 'swift' })).code, 1);
  });

  it('on such a word is that of the whole program in neutron and quantum, and none in the others', async () => {
    for (const program of ['neutron', 'quantum']) {
      const { stdout, stderr, code } = await stackline('help nosuch', { program });
      assert.deepEqual([stdout, stderr, code], [(await stackline('', { program })).stdout, '', 0]);
    }
    for (const program of ['nova', 'keystone', 'cinder', 'glance', 'swift']) {
      const { stdout, stderr, code } = await stackline('help nosuch', { program });
      assert.match(stderr, /'nosuch' is not a valid subcommand/);
      assert.deepEqual([stdout, code], ['', 1]);
    }
  });

  it('of glance says how to see that of the image API v1, where that has the command, too', async () => {
    const pointed = async (line: string) => /\nRun `(.*)` for v1 help\n$/.exec((await stackline(line)).stdout)?.[1];
    assert.equal(await pointed('glance help'), 'stackline glance --os-image-api-version 1 help');
    assert.equal(await pointed('glance help image-show'), 'stackline glance --os-image-api-version 1 help image-show');
    assert.equal(await pointed('glance help md-tag-show'), undefined);
    assert.equal(await pointed('glance image-show --help'), undefined);
    assert.equal(await pointed('--os-image-api-version 1 glance help image-show'), undefined);
  });
});
