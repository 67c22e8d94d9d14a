import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrap } from '../../src/lib/python/textwrap.js';
import { fc } from '../support/property.js';
import { stackline } from '../support/stackline.js';

/* The screens themselves are in test/transcripts/usage.txt. */

describe('folded text', () => {
  it('is parted where Python parts it: at blanks, and after hyphens between letters', () => {
    assert.deepEqual(wrap("[hint: use '--os-compute-api-version' flag]", 16), [
      "[hint: use '--",
      'os-compute-api-',
      "version' flag]",
    ]);
    assert.deepEqual(wrap('from 2016-03-04 on', 8), ['from 201', '6-03-04', 'on']);
    assert.deepEqual(wrap('a-b-c well--known x', 8), ['a-b-c', 'well--', 'known x']);
    assert.deepEqual(wrap('supercalifragilistic-expialidocious', 10), [
      'supercalif',
      'ragilistic',
      '-expialido',
      'cious',
    ]);
    assert.deepEqual(wrap('  two\n lines ', 20), ['two lines']);
    assert.deepEqual(wrap('', 20), []);
  });

  it('never is too wide, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        assert.ok(lines.every((line) => line.length <= width));
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });
});

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

  it('is found behind our own name, too', async () => {
    const lines = ['help show', 'help service-list', 'help nova show', 'help nova-manage service list', 'help demo'];
    for (const line of lines) {
      const { stdout, code } = await stackline(line);
      assert.equal(code, 0, line);
      assert.match(stdout, new RegExp(`^usage: stackline ${line.slice('help '.length)}`));
    }
    assert.equal((await stackline('help nosuch')).code, 1);
  });
});
