import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import list from '../../src/commands/nova/list.js';
import { both, db, detail, empty, squeeze, web } from '../support/nova-servers.js';
import { refusal, run } from '../support/scripted-session.js';

describe('nova list', () => {
  it('shows the servers of the project, by name, with one request', async () => {
    const screen = await run(list, '', { answers: both });
    assert.deepEqual(screen.lines, [
      '+--------------------------------------+------+---------+-------------+-------------+-----------------------------------------------+',
      '| ID                                   | Name | Status  | Task State  | Power State | Networks                                      |',
      '+--------------------------------------+------+---------+-------------+-------------+-----------------------------------------------+',
      '| 22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa | db   | SHUTOFF | powering-on | Shutdown    |                                               |',
      '| 11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa | web  | ACTIVE  | -           | Running     | test01=10.1.0.9, 203.0.113.4; test02=10.1.1.7 |',
      '+--------------------------------------+------+---------+-------------+-------------+-----------------------------------------------+',
    ]);
    assert.deepEqual(screen.requests, [detail]);
  });

  it('gives machines the addresses of each network, and null where the server has null', async () => {
    const screen = await run(list, '', { answers: { [detail]: { servers: [web] } } }, 'json');
    assert.deepEqual(JSON.parse(screen.lines.join('\n')), [
      {
        ID: web.id,
        Name: 'web',
        Status: 'ACTIVE',
        'Task State': null,
        'Power State': 'Running',
        Networks: { empty: [], test01: ['10.1.0.9', '203.0.113.4'], test02: ['10.1.1.7'] },
      },
    ]);
  });

  it('shows whose a server is when it asks for all of them', async () => {
    const answers = {
      [`${detail}?all_tenants=1`]: { servers: [web] },
      [`${detail}?all_tenants=1&tenant_id=p1`]: empty,
    };
    const header = '| ID | Name | Tenant ID | Status | Task State | Power State | Networks |';
    for (const words of ['--all-tenants', '--all-tenants 1', '--tenant p1']) {
      const screen = await run(list, words, { answers });
      assert.equal(squeeze(screen.lines[1]), header, words);
    }
    const own = await run(list, '--all-tenants 0', { answers: both });
    assert.equal(squeeze(own.lines[1]), '| ID | Name | Status | Task State | Power State | Networks |');
  });

  it('passes each filter on under the name that the API has for it', async () => {
    const filters: Readonly<Record<string, string>> = {
      '--reservation-id r-1': 'reservation_id=r-1',
      '--ip6 fe80': 'ip6=fe80',
      '--name ^web': 'name=^web',
      '--status ERROR': 'status=ERROR',
      '--host c01': 'host=c01',
      '--user u1': 'user_id=u1',
      '--deleted': 'deleted=True',
      '--marker 1234': 'marker=1234',
      '--availability-zone nova': 'availability_zone=nova',
      '--key-name k': 'key_name=k',
      '--config-drive': 'config_drive=True',
      '--no-config-drive': 'config_drive=False',
      '--progress 0': 'progress=0',
      '--vm-state active': 'vm_state=active',
      '--task-state deleting': 'task_state=deleting',
      '--power-state 1': 'power_state=1',
      '--changes-since 2026-01-01': 'changes-since=2026-01-01',
      '--changes-before 2026-01-01T00:00:00Z': 'changes-before=2026-01-01T00:00:00Z',
      '--tags a,b': 'tags=a,b',
      '--tags-any a': 'tags-any=a',
      '--not-tags a': 'not-tags=a',
      '--not-tags-any a': 'not-tags-any=a',
      '--locked true': 'locked=true',
      '--sort display_name:asc,created_at': 'sort_dir=asc&sort_dir=desc&sort_key=display_name&sort_key=created_at',
    };
    for (const [words, query] of Object.entries(filters)) {
      const target = `${detail}?${query}`;
      const screen = await run(list, words, { answers: { [target]: { servers: [web] } }, microversion: '2.92' });
      assert.deepEqual([screen.requests, screen.error], [[target], undefined], words);
    }
  });

  it('leaves the order to the server when it is told one', async () => {
    const target = `${detail}?sort_dir=desc&sort_key=created_at`;
    const screen = await run(list, '--sort created_at', { answers: { [target]: { servers: [web, db] } } });
    assert.match(screen.lines[3] ?? '', /web/);
  });

  it('shows when servers changed when it asks for changes', async () => {
    const target = `${detail}?changes-since=2026-01-01`;
    const screen = await run(list, '--changes-since 2026-01-01', { answers: { [target]: { servers: [web] } } });
    assert.match(screen.lines[1] ?? '', /\| Updated +\|$/);
    assert.match(screen.lines[3] ?? '', /\| 2026-01-02T00:00:00Z \|$/);
  });

  it('resolves the names of flavors and images first', async () => {
    const answers = {
      'GET compute /flavors?is_public=None': { flavors: [{ id: '2', name: 'm1.small' }] },
      'GET image /v2/images?name=debian': { images: [{ id: 'i1', name: 'debian' }] },
      [`${detail}?flavor=2&image=i1`]: empty,
    };
    const screen = await run(list, '--flavor m1.small --image debian', { answers, microversion: '2.92' });
    assert.equal(screen.error, undefined);
    assert.equal(screen.requests.at(-1), `${detail}?flavor=2&image=i1`);
    assert.equal(screen.requests.includes('GET image /v2/images?name=debian'), true);
  });

  it('asks a Compute without microversions for the images too', async () => {
    const answers = {
      'GET compute /images?name=debian': { images: [{ id: 'i1', name: 'debian' }] },
      [`${detail}?image=i1`]: empty,
    };
    const screen = await run(list, '--image debian', { answers });
    assert.equal(screen.error, undefined);
  });

  it('says what cannot be found before it lists anything', async () => {
    const answers = {
      'GET compute /flavors?is_public=None': { flavors: [] },
      'GET image /v2/images?name=nope': { images: [{ id: 'i1', name: 'nopes' }] },
      'GET image /v2/images?name=two': {
        images: [
          { id: 'i1', name: 'two' },
          { id: 'i2', name: 'two' },
        ],
      },
    };
    const script = { answers, microversion: '2.92' };
    assert.equal(
      (await run(list, '--flavor nope', script)).error?.message,
      "No flavor with a name or ID of 'nope' exists.",
    );
    assert.equal((await run(list, '--image nope', script)).error?.message, 'No Image matching nope. (HTTP 404)');
    const { error } = await run(list, '--image two', script);
    assert.equal(error?.message, "Multiple image matches found for 'two', use an ID to be more specific.");
    assert.equal(error?.hint, 'i1\ni2');
  });

  it('refuses what is no time and no direction without a request', async () => {
    const sentences: Readonly<Record<string, string>> = {
      '--changes-since yesterday': 'Invalid changes-since value: yesterday',
      '--changes-before 2026-13-01': 'Invalid changes-before value: 2026-13-01',
      '--changes-since 2026-02-30': 'Invalid changes-since value: 2026-02-30',
      '--sort name:up': 'Unknown sort direction: up',
    };
    for (const [words, sentence] of Object.entries(sentences)) {
      const screen = await run(list, words, { answers: {}, microversion: '2.92' });
      assert.deepEqual([screen.error?.message, screen.error?.exitReason, screen.requests], [sentence, 'failed', []]);
    }
  });

  it('does not know filters that the cloud does not know', async () => {
    const older = await run(list, '--tags a --locked true', { answers: {}, microversion: '2.25' });
    assert.equal(older.error?.message, 'unrecognized arguments: --tags a --locked true');
    assert.equal(older.error?.hint, '--tags needs Compute API 2.26 or later, this is 2.25.');
    assert.equal(older.error?.exitReason, 'usage');
    const oldest = await run(list, '--changes-before 2026', { answers: {} });
    assert.equal(
      oldest.error?.hint,
      '--changes-before needs Compute API 2.66 or later, this is one without microversions.',
    );
    const conflict = await run(list, '--config-drive --no-config-drive', { answers: {} });
    assert.equal(conflict.error?.message, 'argument --no-config-drive: not allowed with argument --config-drive');
  });

  it('says what the server says', async () => {
    const screen = await run(list, '', { answers: { [detail]: refusal(403, 'Not for you.') } });
    assert.equal(screen.error?.message, 'Not for you. (HTTP 403)');
  });
});

describe('nova list, page by page', () => {
  const page = (names: readonly string[], next?: string) => ({
    servers: names.map((name) => ({ ...web, id: `id-${name}`, name })),
    ...(next === undefined ? {} : { servers_links: [{ rel: 'next', href: next }] }),
  });

  it('follows next links to the end', async () => {
    const answers = { [detail]: page(['a', 'b'], `${detail}?marker=id-b`), [`${detail}?marker=id-b`]: page(['c']) };
    for (const words of ['', '--limit -1', '--limit 0']) {
      const screen = await run(list, words, { answers }, 'value');
      assert.deepEqual(
        screen.lines.map((line) => line.split(' ')[1]),
        ['a', 'b', 'c'],
        words,
      );
      assert.equal(screen.requests.length, 2);
    }
  });

  it('stops after as many as were asked for, with no request more', async () => {
    const answers = { [`${detail}?limit=2`]: page(['a', 'b'], `${detail}?limit=2&marker=id-b`) };
    const screen = await run(list, '--limit 2', { answers }, 'value');
    assert.equal(screen.lines.length, 2);
    assert.deepEqual(screen.requests, [`${detail}?limit=2`]);
  });

  it('asks again when the server gives less than the limit and has more', async () => {
    const answers = {
      [`${detail}?limit=3`]: page(['a', 'b'], 'next'),
      [`${detail}?limit=1&marker=id-b`]: page(['c'], 'next'),
    };
    const screen = await run(list, '--limit 3', { answers }, 'value');
    assert.equal(screen.lines.length, 3);
    assert.equal(screen.requests.length, 2);
  });

  it('does not trust a server that gives more than it was asked for, or the same again', async () => {
    const more = await run(
      list,
      '--limit 1',
      { answers: { [`${detail}?limit=1`]: page(['a', 'b'], 'next') } },
      'value',
    );
    assert.equal(more.lines.length, 1);
    const answers = { [`${detail}?limit=9`]: page(['a'], 'x'), [`${detail}?limit=8&marker=id-a`]: page(['a'], 'x') };
    const same = await run(list, '--limit 9', { answers }, 'value');
    assert.equal(same.requests.length, 2);
  });
});
