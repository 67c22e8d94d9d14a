import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { hypervHosts } from '../../src/sandbox/hyperv/world.js';
import { fakeHost } from './fake-host.js';
import { hyperv } from './run.js';

/* What a guest has written is hostile: no terminal obeys it, and no format is broken by it. */

/** Clears a screen, colours it, rings, ends a line, turns the direction of what follows, and hides a letter. */
const EVIL = '\u{1b}[2J\u{9b}31m\u0007\r\u202e\u200bend';
const MARKUP = '</td><script>alert(1)</script>|`*_[x](y)';

async function evilHost(t: TestContext) {
  const [world] = hypervHosts();
  const [machine] = world?.machines ?? [];
  assert.ok(world !== undefined && machine !== undefined);
  const guestItems = [
    [MARKUP, `=cmd()\n${MARKUP}`],
    ['second', 'plain'],
  ] as const;
  // XML cannot carry an escape: such a text comes as one that is no item.
  const brokenItems = ['\u009b31m\u202e\u200b no XML', '<INSTANCE><PROPERTY NAME="Name">'];
  const evil = { ...machine, name: `web\u009b2J\u202e${MARKUP}`, guestItems, brokenItems };
  return fakeHost(t, { host: { ...world, machines: [evil] } });
}

/** For people wherever they go; the others are for programs, and are for people on a terminal only. */
const FOR_PEOPLE = ['table', 'markdown', 'html', 'yaml', 'json', 'ndjson'];
const ON_TERMINAL = ['value', 'csv'];
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const HIDDEN = /[\u200b\u202a-\u202e\u2066-\u2069]/;

describe('what a guest has written', () => {
  for (const format of [...FOR_PEOPLE, ...ON_TERMINAL]) {
    it(`is text and nothing else with -f ${format}`, async (t) => {
      const host = await evilHost(t);
      const id = '0ED0B4A1-6C7F-4F3B-9A52-3C1D5E0839E4';
      for (const line of [`kvp list ${host.url} ${id} -f ${format}`, `vm list ${host.url} -f ${format}`]) {
        const { code, stdout, stderr } = await hyperv(line, { isTTY: ON_TERMINAL.includes(format) });
        assert.equal(code, 0, stderr);
        assert.doesNotMatch(stdout, OBEYED, line);
        assert.doesNotMatch(stdout, HIDDEN, line);
        if (format === 'html') assert.doesNotMatch(stdout, /<script>/);
        if (format === 'json') JSON.parse(stdout);
        if (format === 'ndjson') for (const row of stdout.trim().split('\n')) JSON.parse(row);
      }
    });
  }

  it('is seen on a terminal as what it is, in errors and in a plan, too', async (t) => {
    const host = await evilHost(t);
    const list = await hyperv(`vm list ${host.url} -c Name`, { isTTY: true });
    assert.match(list.stdout, /web\\x9b2J\\u202e/);
    const { stderr } = await hyperv(`kvp set ${host.url} 0ED0B4A1-6C7F-4F3B-9A52-3C1D5E0839E4 k v`, { answer: 'n' });
    assert.match(stderr, /^Set 'k' on web\\x9b2J\\u202e/);
    assert.doesNotMatch(stderr, OBEYED);
    const broken = await fakeHost(t, { jobs: { states: [10], error: EVIL.replaceAll(/[\u001b\u0007]/g, '') } });
    const failed = await hyperv(`kvp set ${broken.url} files k v --yes`);
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /\\x9b31m/);
    assert.doesNotMatch(failed.stderr, OBEYED);
  });
});
