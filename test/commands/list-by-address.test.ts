import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import list from '../../src/commands/nova/list.js';
import { run } from '../support/scripted-session.js';
import { stackline } from '../support/stackline.js';

/* nova's filter by address knows fixed ones only (nova compute/api.py, _ip_filter); ours finds floating ones as well. */

const names = async (line: string): Promise<readonly string[]> => {
  const { stdout, stderr, code } = await stackline(`list --all-tenants -f value -c Name ${line}`);
  assert.deepEqual([code, stderr], [0, ''], line);
  return stdout.split('\n').slice(0, -1);
};

describe('nova list --ip', () => {
  it('finds a server by a floating address, by a fixed one, and by the beginning of either', async () => {
    assert.deepEqual(await names('--ip 199.116.232.39'), ['Windows']);
    assert.deepEqual(await names('--ip 10.1.1.3'), ['Windows']);
    assert.ok((await names('--ip 199.116')).includes('Windows'));
    assert.deepEqual(await names('--ip 116.232.39'), [], 'as nova: from the beginning');
    assert.deepEqual(await names('--ip 192.0.2.1'), []);
  });

  it('leaves the other filters as they are', async () => {
    assert.deepEqual(await names('--ip 199.116.232.39 --status ERROR'), []);
    assert.deepEqual(await names('--ip 199.116.232.39 --minimal'), ['Windows']);
  });

  const address = (addr: string, type?: string) => ({
    addr,
    version: 4,
    ...(type === undefined ? {} : { 'OS-EXT-IPS:type': type }),
  });
  const server = (name: string, ...addresses: readonly object[]) => ({ id: name, name, addresses: { net: addresses } });
  const detail = 'GET compute /servers/detail';
  const all = [
    server('a', address('10.0.0.1', 'fixed'), address('203.0.113.7', 'floating')),
    server('b', address('203.0.113.70', 'fixed')),
    server('c', address('10.0.0.3', 'fixed'), address('203.0.113.8', 'floating')),
    server('d', address('203.0.113.7', 'fixed')),
  ];
  const answers = (fixed: readonly object[], query = 'ip=203.0.113.7', rest = '') => ({
    [`${detail}?${query}`]: { servers: fixed },
    [`${detail}${rest}`]: { servers: all },
  });
  const idsOf = (lines: readonly string[]): string[] => lines.flatMap((line) => /^\| (\w) /.exec(line)?.[1] ?? []);

  it('keeps the order of the server, asks twice, and shows each server once', async () => {
    const found = answers(
      [all[1], all[3]] as object[],
      'ip=203.0.113.7&sort_dir=desc&sort_key=host',
      '?sort_dir=desc&sort_key=host',
    );
    const { lines, requests, error } = await run(list, '--ip 203.0.113.7 --sort host', { answers: found });
    assert.equal(error, undefined);
    assert.deepEqual(idsOf(lines), ['a', 'b', 'd']);
    assert.equal(requests.length, 2);
  });

  it('stops at --limit, with which the server is asked as the classic client asks', async () => {
    const found = answers([all[1], all[3]] as object[], 'ip=203.0.113.7&limit=2');
    const { lines } = await run(list, '--ip 203.0.113.7 --limit 2', { answers: found });
    assert.deepEqual(idsOf(lines), ['a', 'b']);
  });

  it('shows what the server finds even if it is not in its list, and where the pattern is none of ours', async () => {
    const gone = server('x', address('203.0.113.7', 'fixed'));
    assert.deepEqual(idsOf((await run(list, '--ip 203.0.113.7', { answers: answers([gone]) })).lines), ['a', 'x']);
    const { lines } = await run(list, '--ip (?i)203', { answers: answers([all[1]] as object[], 'ip=(?i)203') });
    assert.deepEqual(idsOf(lines), ['b']);
  });

  it('takes an address that does not say what it is for one that may be floating', async () => {
    const untold = {
      [`${detail}?ip=203.0.113.7`]: { servers: [] },
      [detail]: { servers: [server('u', address('203.0.113.7'))] },
    };
    assert.deepEqual(idsOf((await run(list, '--ip 203.0.113.7', { answers: untold })).lines), ['u']);
  });

  it('with --ip6 as well finds those that fit either, as nova does', async () => {
    const found = answers([all[1]] as object[], 'ip=203.0.113.8&ip6=fd00');
    assert.deepEqual(idsOf((await run(list, '--ip 203.0.113.8 --ip6 fd00', { answers: found })).lines), ['b', 'c']);
  });
});
