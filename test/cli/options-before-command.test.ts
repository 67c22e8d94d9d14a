import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stackline } from '../support/stackline.js';

describe('options of some commands before the command, under our own name', () => {
  for (const [before, after] of [
    [
      ['--where', 'status=ERROR', 'list', '--all-tenants'],
      ['list', '--all-tenants', '--where', 'status=ERROR'],
    ],
    [
      ['-C', 'Host', '--limit', '2', 'nova', 'list', '--all-tenants'],
      ['list', '--all-tenants', '-C', 'Host', '--limit', '2'],
    ],
    [
      ['neutron', '--where', 'status=ACTIVE', 'port-list'],
      ['neutron', 'port-list', '--where', 'status=ACTIVE'],
    ],
    [
      ['--query', '[].name', 'flavor-list'],
      ['flavor-list', '--query', '[].name'],
    ],
    [
      ['--max-items', '1', 'service-list'],
      ['service-list', '--max-items', '1'],
    ],
  ] as const) {
    it(before.join(' '), async () => {
      const [one, other] = [await stackline(before), await stackline(after)];
      assert.equal(one.code, 0, one.stderr);
      assert.notEqual(one.stdout, '');
      assert.deepEqual([one.stdout, one.requests], [other.stdout, other.requests]);
    });
  }

  it('a value that is a command is a value', async () => {
    const files = new Map<string, string>();
    const { code, stderr } = await stackline(['--log', 'list', '--dry-run', 'stop', 'monitor'], { files });
    assert.equal(code, 0, stderr);
  });

  it('and under a classic name they are none', async () => {
    const { code, stderr } = await stackline(['--where', 'status=ERROR', 'list'], { program: 'nova' });
    assert.equal(code, 2);
    assert.match(stderr, /invalid choice: 'status=ERROR'/);
  });
});
