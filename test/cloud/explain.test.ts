/** What `stackline explain` tells is so: the values are those that the installed services define, and a field of a server is
 * there from the microversion on that it names, and not before. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findField, findResource, ownFields } from '../../src/explain/index.js';
import { zed } from './clouds.js';
import { homely, program, run, withDirectory } from './processes.js';

describe('the values of a field', () => {
  const judge = join(fileURLToPath(new URL('../..', import.meta.url)), 'test', 'cloud', 'explain-values.py');
  const { stdout, stderr } = spawnSync('/usr/bin/python3', [judge], { encoding: 'utf8' });
  it('can be asked of the services', () => assert.match(stdout, /^\{/, stderr));
  for (const [asked, values] of Object.entries(JSON.parse(stdout || '{}') as Record<string, string[]>)) {
    it(`${asked} are told`, () => {
      const [thing = '', name = ''] = asked.split(/\.(.*)/s);
      const resource = findResource(thing);
      assert.ok(resource !== undefined, thing);
      const meaning = findField(resource, name)?.meaning ?? '';
      const told = new Set(meaning.split(/[\s,;()]+/).map((word) => word.replace(/[.:]$/, '')));
      // `reboot_pending_hard`: the words say that there are three with `_hard`.
      const missing = values.filter((value) => !told.has(value) && !told.has(value.replace(/_hard$/, '')));
      assert.deepEqual(missing, []);
    });
  }
});

test('the fields of a server are there from the microversion on that explain names', async () => {
  const { env, ids } = await zed();
  const path = `/servers/${ids.get('server:jtopjian/devstack')}`;
  await withDirectory(async (home) => {
    const seen = new Map<number, Promise<Record<string, unknown>>>();
    const at = async (minor: number): Promise<Record<string, unknown>> => {
      const words = ['api', 'GET', 'compute', path, '--os-compute-api-version', `2.${minor}`];
      const { stdout, stderr } = await run([...program, ...words], homely(env, join(home, 'ours')), home);
      assert.equal(stderr, '');
      return (JSON.parse(stdout) as { server: Record<string, unknown> }).server;
    };
    const has = async (minor: number, field: string): Promise<boolean> => {
      if (!seen.has(minor)) seen.set(minor, at(minor));
      const server = await seen.get(minor);
      const [first = '', part] = field.split(/^(flavor):/).slice(field.startsWith('flavor:') ? 1 : 0);
      const owner = part === undefined ? server : (server?.[first] as Record<string, unknown>);
      return Object.hasOwn(owner ?? {}, part ?? field);
    };
    const server = findResource('server');
    assert.ok(server !== undefined);
    for (const { name, since } of ownFields(server)) {
      const minor = Number(since?.slice(2) ?? 0);
      // The cloud's newest is 2.93.
      if (minor === 0 || minor > 93) continue;
      assert.deepEqual([await has(minor - 1, name), await has(minor, name)], [false, true], name);
    }
    assert.ok(seen.size > 12);
  });
});
