import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Pager } from '../../src/host/pager.js';
import { stackline } from '../support/stackline.js';

/* A long answer on a terminal goes through a pager. */

/** A pager that takes so many pieces, and what it has been given. */
function pager(most = Number.POSITIVE_INFINITY, isStarted = true) {
  const commands: (string | undefined)[] = [];
  let text = '';
  let taken = 0;
  const openPager = async (command: string | undefined): Promise<Pager> => {
    commands.push(command);
    return {
      write: async (chunk) => {
        taken += 1;
        if (taken > most) return false;
        text += String(chunk);
        return true;
      },
      end: async () => isStarted,
    };
  };
  return { commands, text: () => text, openPager };
}

const at = { tty: true, rows: 8, env: { COLUMNS: '120', LANG: 'C', NO_COLOR: '1' } };

describe('an answer on a terminal', () => {
  it('goes through the pager when it is longer than the screen', async () => {
    const through = pager();
    const screen = await stackline('list --all-tenants', { ...at, openPager: through.openPager });
    assert.deepEqual([screen.code, screen.stdout, through.commands], [0, '', [undefined]]);
    assert.match(through.text(), /^\+-.*1 column hidden: --wide \(Tenant ID\)\n$/s);
  });

  it('does not when it fits', async () => {
    const screen = await stackline('aggregate-list', { ...at, ...pager() });
    assert.match(screen.stdout, /\| xen /);
  });

  it('takes the command of PAGER; nothing and cat are no pager, nor is one wanted with --no-pager or on a pipe', async () => {
    const through = pager();
    await stackline('list --all-tenants', {
      ...at,
      env: { ...at.env, PAGER: 'most -s' },
      openPager: through.openPager,
    });
    assert.deepEqual(through.commands, ['most -s']);
    const without = pager();
    const { openPager } = without;
    for (const env of [{ PAGER: '' }, { PAGER: 'cat' }, { TERM: 'dumb' }])
      assert.match(
        (await stackline('list --all-tenants', { ...at, env: { ...at.env, ...env }, openPager })).stdout,
        /monitor/,
      );
    assert.match((await stackline('list --all-tenants --no-pager', { ...at, openPager })).stdout, /monitor/);
    assert.match((await stackline('list --all-tenants', { ...at, tty: false, openPager })).stdout, /monitor/);
    assert.deepEqual(without.commands, []);
  });

  it('ends well and without a word when the person leaves the pager early', async () => {
    const screen = await stackline('list --all-tenants', { ...at, openPager: pager(0).openPager });
    assert.deepEqual([screen.code, screen.stderr], [0, '']);
  });

  it('is on the terminal after all where there is no such pager', async () => {
    const screen = await stackline('list --all-tenants', { ...at, openPager: pager(0, false).openPager });
    assert.equal(screen.code, 0);
    assert.match(screen.stdout, /^\+-.*monitor.*Tenant ID\)\n$/s);
  });
});
