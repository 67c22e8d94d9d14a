import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isUsed, markUsed, seenIn, watched, withShown } from '../../src/app/completion/seen-names.js';
import type { ListView } from '../../src/core/view.js';
import { memoryStore } from '../support/sessions.js';
import { type Setting, stackline } from '../support/stackline.js';

const DAY = 24 * 3600 * 1000;
const now = Date.UTC(2013, 3, 1);
const calm = { write: async () => true, end: async () => true };
/** A terminal, and a place for logins. */
const terminal = (logins: ReturnType<typeof memoryStore>): Setting => ({
  logins,
  tty: true,
  rows: 1000,
  columns: 200,
  openPager: async () => calm,
  now: () => now,
});

/** The names that a shell is offered. */
async function offered(line: string, setting: Setting): Promise<readonly string[]> {
  const { stdout, stderr, code, requests } = await stackline(
    ['complete-word', 'bash', 'stackline', ...line.split(' ')],
    setting,
  );
  assert.deepEqual([stderr, code, requests], ['', 0, []], line);
  return stdout.split('\n').slice(1, -1);
}

describe('names for completion', () => {
  it('are those that lists have shown on a terminal since a shell has asked first, and no cloud is asked for them', async () => {
    const logins = memoryStore();
    const seen = terminal(logins);
    await stackline('list --all-tenants', seen);
    assert.deepEqual(await offered('show ', seen), [], 'nothing was kept before completion was used');
    await stackline('list --all-tenants', { ...seen, tty: false });
    assert.deepEqual(await offered('show ', seen), [], 'nor of what goes to a pipe');
    const { stdout } = await stackline('list --all-tenants', seen);
    const servers = await offered('show ', seen);
    assert.ok(
      servers.length > 1 && servers.every((name) => stdout.includes(name.replaceAll('\\', ''))),
      servers.join(' '),
    );
    assert.deepEqual(
      await offered('delete dev', seen),
      servers.filter((name) => name.startsWith('dev')),
    );
    assert.deepEqual(await offered('boot --flavor ', seen), []);
    for (const line of ['flavor-list', 'image-list', 'keystone tenant-list', 'keystone user-list', 'neutron net-list'])
      await stackline(line, seen);
    await stackline('hypervisor-list', seen);
    for (const [line, name] of [
      ['host-evacuate ', 'c01.example.com'],
      ['hypervisor-show ', 'c01.example.com'],
      ['migrate --host ', 'c01.example.com'],
      ['boot --flavor m1.', 'm1.small'],
      ['boot --flavor=m1.', 'm1.small'],
      ['boot --image ', 'cirros-0.3.1-x86_64'],
      ['keystone tenant-get ', 'adam'],
      ['keystone user-get ', 'adam'],
      ['neutron net-show ', 'public'],
    ] as const)
      assert.ok((await offered(line, seen)).includes(name), `${line}: ${await offered(line, seen)}`);
  });

  it('are kept with their login: another user or project has its own, and they go with it', async () => {
    const logins = memoryStore();
    const seen = terminal(logins);
    await offered('show ', seen);
    await stackline('list --all-tenants', seen);
    const all = await offered('show ', seen);
    assert.ok(all.length > 0);
    assert.deepEqual(await offered('show ', { ...seen, env: { OS_TENANT_NAME: 'demo' } }), []);
    assert.deepEqual(await offered('--os-tenant-name demo show ', seen), []);
    assert.deepEqual(await offered(`--os-tenant-name ${'admin'} show `, seen), all);
    assert.deepEqual(await offered('--os-password-stdin show ', { ...seen, env: { OS_PASSWORD: undefined } }), []);
    assert.deepEqual(await offered('show ', { ...seen, env: { OS_NO_CACHE: '1' } }), []);
    await stackline('logout --all', seen);
    assert.deepEqual(await offered('show ', seen), []);
  });

  it('are those of a list whose pager was left before its end, too', async () => {
    const logins = memoryStore();
    const seen = terminal(logins);
    await offered('show ', seen);
    const left = { write: async () => false, end: async () => true };
    const { code } = await stackline('list --all-tenants', { ...seen, rows: 3, openPager: async () => left });
    assert.equal(code, 0);
    assert.ok((await offered('show ', seen)).includes('devstack'));
  });

  it('of clouds are those of clouds.yaml', async () => {
    const files = new Map([['/here/clouds.yaml', 'clouds: {mine: {}, "the other": {}, "bad\\nname": {}}']]);
    assert.deepEqual(await offered('--os-cloud ', { ...terminal(memoryStore()), files }), ['mine', 'the\\ other']);
    assert.deepEqual(await offered('--os-cloud=m', { ...terminal(memoryStore()), files }), ['mine']);
    assert.deepEqual(await offered('--os-cloud mine,', { ...terminal(memoryStore()), files }), ['mine,the\\ other']);
    assert.deepEqual(await offered('--os-cloud mine,m', { ...terminal(memoryStore()), files }), []);
    assert.deepEqual(await offered('--os-cloud ', terminal(memoryStore())), []);
    const broken = new Map([['/here/clouds.yaml', 'clouds: [']]);
    assert.deepEqual(await offered('--os-cloud ', { ...terminal(memoryStore()), files: broken }), []);
  });

  it('are never an error, whatever was typed or kept', async () => {
    const logins = memoryStore();
    const seen = terminal(logins);
    await offered('show ', seen);
    await stackline('list --all-tenants', seen);
    for (const key of logins.held.keys())
      logins.held.set(key, '{"seen":[["a\\u001b[2J",1],7,null,["--yes",1]],"at":[]}');
    for (const line of [
      'show ',
      'nosuch ',
      'nosuch --x=',
      '-',
      '--',
      '-- ',
      '--os-cloud nosuch show ',
      'list -f json -f ',
      '=',
      ':',
    ])
      await offered(line, seen);
    for (const words of [[], ['tcsh', 'stackline', ''], ['bash'], ['bash', 'stackline']]) {
      const { stderr, code } = await stackline(['complete-word', ...words], seen);
      assert.deepEqual([stderr, code], ['', 0]);
    }
  });

  it('take a password that is typed out of the list of processes', async () => {
    let isHidden = false;
    const hideArguments = (): void => {
      isHidden = true;
    };
    await offered('--os-password hunter2 show ', { ...terminal(memoryStore()), hideArguments });
    assert.ok(isHidden);
  });
});

describe('what is kept of names', () => {
  it('is bounded, the newest first, and without what is old, hostile or no name', () => {
    const before = new Map([...Array(3000)].map((_, at) => [`old${at}`, now - 2 * DAY] as const));
    const after = withShown(before, new Set(['new', 'old5']), now);
    assert.equal(after?.size, 2000);
    assert.deepEqual([...(after ?? [])].slice(0, 3), [
      ['new', now],
      ['old5', now],
      ['old0', now - 2 * DAY],
    ]);
    assert.equal(withShown(new Map([['new', now - DAY / 2]]), new Set(['new']), now), undefined, 'nothing new');
    const value = {
      seen: [
        ['a', now],
        ['b', now - 8 * DAY],
        ['c', now + 1],
        ['-d', now],
        ['e\x1b', now],
        [5, now],
        'x',
        ['f'.repeat(256), now],
      ],
    };
    assert.deepEqual([...seenIn(value, now).keys()], ['a']);
    for (const odd of [undefined, null, 7, [], {}, { seen: 'x' }]) assert.equal(seenIn(odd, now).size, 0);
  });

  it('is taken from the column of names as the rows pass by', async () => {
    const rows = [...Array(5000)].map((_, at) => ({ name: at === 1 ? 'a\nb' : `web${at}` }));
    const column = { title: 'Name', value: (row: unknown) => (row as { name: string }).name };
    const pages = async function* () {
      yield rows;
    };
    const { view, names } = watched({
      kind: 'list',
      columns: [{ title: 'ID', value: () => 1 }, column],
      pages: pages(),
    } satisfies ListView);
    const passed: unknown[] = [];
    for await (const page of view.pages) passed.push(...page);
    assert.deepEqual([passed.length, names.size, names.has('a\nb'), names.has('web0')], [5000, 2000, false, true]);
    assert.equal(watched({ kind: 'list', columns: [], pages: pages() }).names.size, 0);
  });

  it('is only kept while completion is used', async () => {
    const files = memoryStore();
    assert.equal(isUsed(files, now), false);
    await markUsed(files, now);
    assert.deepEqual([isUsed(files, now + 6 * DAY), isUsed(files, now + 7 * DAY)], [true, false]);
    const [key = ''] = files.held.keys();
    files.held.set(key, '{"at":"x"}');
    assert.equal(isUsed(files, now), false);
  });
});
