import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stackline } from '../support/stackline.js';

/* cliff finds a command by the beginning of its name, where no other command of the classic program begins so. */

test('the beginning of one name is that command', async () => {
  for (const [short, whole] of [
    ['port-s', 'port-show'],
    ['ext-l', 'ext-list'],
    ['router-por', 'router-port-list'],
  ]) {
    const [one, other] = await Promise.all([stackline(`neutron ${short} x`), stackline(`neutron ${whole} x`)]);
    assert.deepEqual([one.code, one.stdout, one.requests], [other.code, other.stdout, other.requests], short);
  }
  assert.equal((await stackline('neutron ext-l')).stdout, (await stackline('neutron ext-list')).stdout);
});

test('the usage and what is said about it have the word that was typed', async () => {
  const { stderr, code } = await stackline('port-s', { program: 'neutron' });
  assert.equal(code, 2);
  assert.match(stderr, /^usage: neutron port-s \[-h\]/);
  assert.match(stderr, /^neutron port-s: error: the following arguments are required: PORT$/m);
  assert.match(stderr, /^Try 'neutron help port-s' for more information\.$/m);
});

test('what several names begin with, be they commands that only the classic program has, is no command', async () => {
  // net-list and net-list-on-dhcp-agent; quota-default-show and quota-delete; port-delete, of which there is nothing here
  for (const word of ['net-l', 'quota-d', 'port-d', 'nope']) {
    const { stdout, stderr, code, requests } = await stackline(word, { program: 'neutron' });
    assert.deepEqual([code, stdout, requests], [1, '', []], word);
    assert.match(stderr, new RegExp(`^Unknown command \\['${word}'\\]\n`));
  }
});

test('other clients want the whole name', async () => {
  assert.match((await stackline('hypervisor-lis', { program: 'nova' })).stderr, /invalid choice: 'hypervisor-lis'/);
});
