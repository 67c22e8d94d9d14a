import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { stackline } from '../support/stackline.js';

/* `stackline wait`: what it waits for, and how it ends. */

const MONITOR = '487be216-e5d8-4373-9427-ab6fac6da321';

/** The embedded cloud, whose answers about one server are these, one after the other; the last one stays. */
function changing(...answers: readonly (Readonly<Record<string, unknown>> | number)[]): Transport {
  const cloud = simulate();
  let at = 0;
  return async (request) => {
    if (!request.url.endsWith(`/servers/${MONITOR}`)) return cloud(request);
    const answer = answers[Math.min(at, answers.length - 1)] ?? 404;
    at += 1;
    const [status, body] = typeof answer === 'number' ? [answer, {}] : [200, { server: { id: MONITOR, ...answer } }];
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    const headers = { 'content-type': 'application/json', 'x-compute-request-id': 'req-1' };
    return {
      status,
      headers,
      body: (async function* () {
        yield bytes;
      })(),
    };
  };
}

/** A clock that moves only while something waits. */
function clock() {
  let at = Date.UTC(2013, 1, 25);
  const sleep = async (milliseconds: number): Promise<void> => {
    at += milliseconds;
  };
  return { now: () => at, sleep };
}

describe('stackline wait', () => {
  it('ends well once the field has the value, and asks for the name once', async () => {
    const transport = changing({ status: 'REBOOT' }, { status: 'REBOOT' }, { status: 'ACTIVE' });
    const screen = await stackline('wait server monitor --for status=active', { transport, ...clock() });
    assert.deepEqual([screen.code, screen.stdout, screen.stderr], [0, 'server monitor: status ACTIVE\n', '']);
    assert.equal(screen.requests.filter((line) => line.includes(`/servers/${MONITOR}`)).length, 3);
    assert.equal(screen.requests.filter((line) => line.includes('name=')).length, 1);
  });

  it('fails at once in a state that leads nowhere, with the reason', async () => {
    const transport = changing({ status: 'BUILD' }, { status: 'ERROR', fault: { message: 'No valid host' } });
    const screen = await stackline('wait server monitor --for status=ACTIVE', { transport, ...clock() });
    assert.deepEqual([screen.code, screen.stdout], [1, '']);
    assert.equal(screen.stderr, 'server monitor: status ERROR\nNo valid host\n');
  });

  it('takes that state where it is what was asked for', async () => {
    const transport = changing({ status: 'BUILD' }, { status: 'ERROR' });
    const words = ['wait', 'server', 'monitor', '--for', 'status in (ACTIVE, ERROR)'];
    assert.equal((await stackline(words, { transport, ...clock() })).code, 0);
  });

  it('ends with 124 when the time is over, and says how it was', async () => {
    const transport = changing({ status: 'BUILD' });
    const screen = await stackline('wait server monitor --for status=ACTIVE --timeout 1m', { transport, ...clock() });
    assert.equal(screen.code, 124);
    assert.equal(screen.stderr, 'server monitor: not status=ACTIVE within 60 s; it was status BUILD.\n');
    assert.equal(screen.requests.filter((line) => line.includes(`/servers/${MONITOR}`)).length, 31);
  });

  it('waits until a thing is gone, by a 404 or by its state', async () => {
    for (const end of [404, { status: 'DELETED' }, { status: 'SOFT_DELETED' }] as const) {
      const transport = changing({ status: 'ACTIVE' }, { status: 'ERROR' }, end);
      const screen = await stackline('wait server monitor --for gone', { transport, ...clock() });
      assert.deepEqual([screen.code, screen.stdout], [0, 'server monitor: gone\n']);
    }
    assert.equal((await stackline('wait volume nothing --for gone', clock())).code, 0);
  });

  it('takes gone or a state, in either order, whichever comes first', async () => {
    for (const condition of [
      'gone or status=ERROR',
      "status=ERROR or name='a or gone' or gone",
      ' GONE  or  status=error ',
    ]) {
      const wait = ['wait', 'server', 'monitor', '--for', condition];
      const gone = await stackline(wait, { transport: changing({ status: 'ACTIVE', name: 'm' }, 404), ...clock() });
      assert.deepEqual([gone.code, gone.stdout, gone.stderr], [0, 'server monitor: gone\n', ''], condition);
      const broken = { status: 'ERROR', name: 'm' };
      const stays = await stackline(wait, { transport: changing({ status: 'ACTIVE', name: 'm' }, broken), ...clock() });
      assert.deepEqual([stays.code, stays.stderr], [0, ''], condition);
      assert.match(stays.stdout, /^server monitor: status ERROR/);
      const nothing = await stackline(['wait', 'server', 'nope', '--for', condition], clock());
      assert.deepEqual([nothing.code, nothing.stdout], [0, 'server nope: gone\n'], condition);
    }
    const wait = ['wait', 'server', 'monitor', '--for', 'gone or status=SHUTOFF', '--timeout', '4'];
    const late = await stackline(wait, { transport: changing({ status: 'ACTIVE' }), ...clock() });
    assert.equal(late.stderr, 'server monitor: not gone or status=SHUTOFF within 4 s; it was status ACTIVE.\n');
  });

  it('fails when the thing is gone and something else was asked for, or when nothing has the name', async () => {
    const screen = await stackline('wait server monitor --for status=ACTIVE', {
      transport: changing({ status: 'BUILD' }, 404),
      ...clock(),
    });
    assert.deepEqual([screen.code, screen.stderr], [1, 'server monitor is gone.\n']);
    assert.equal((await stackline('wait server nope --for status=ACTIVE', clock())).code, 1);
  });

  it('goes on after an error that passes, which is said once', async () => {
    const transport = changing({ status: 'BUILD' }, 500, 500, { status: 'ACTIVE' });
    const screen = await stackline('wait server monitor --for status=ACTIVE', { transport, ...clock() });
    assert.equal(screen.code, 0);
    assert.match(screen.stderr, /^[^\n]*500[^\n]*\n$/);
  });

  it('knows fields by their ends and by paths, and nothing as none', async () => {
    const transport = () => changing({ 'OS-EXT-STS:task_state': null, flavor: { id: '6' } });
    for (const condition of ['task_state=none', 'task_state=-', 'flavor.id=6', 'flavor.id!=7']) {
      const screen = await stackline(['wait', 'server', 'monitor', '--for', condition], {
        transport: transport(),
        ...clock(),
      });
      assert.equal(screen.code, 0, condition);
    }
    const screen = await stackline('wait server monitor --for blah=1', { transport: transport(), ...clock() });
    assert.equal(screen.code, 2);
    assert.match(screen.stderr, /^error: argument --for: no field 'blah'\n {2}blah=1\n {2}\^+\n/);
  });

  it('has the grammar of --where', async () => {
    const answers = [
      { status: 'BUILD', 'OS-EXT-STS:task_state': 'spawning', progress: 20, name: 'monitor' },
      { status: 'ACTIVE', 'OS-EXT-STS:task_state': 'spawning', progress: 90, name: 'monitor' },
      { status: 'ACTIVE', 'OS-EXT-STS:task_state': null, progress: 100, name: 'monitor' },
    ];
    for (const [condition, looks] of [
      ['status=ACTIVE and task_state=null', 3],
      ['status=active and (task_state=none or task_state="-")', 3],
      ['not (status=BUILD or task_state~^spawn)', 3],
      ['progress>50', 2],
      ['progress >= 100', 3],
      ['status!=build', 2],
      ['status=A*', 2],
      ['status not in (BUILD, REBUILD)', 2],
      ['status in ACTIVE,SHUTOFF', 2],
      ['status==ACTIVE', 2],
      ['status = SHUTOFF, ACTIVE', 2],
      ["name='monitor' and status=ACTIVE", 2],
    ] as const) {
      const words = ['wait', 'server', 'monitor', '--for', condition];
      const screen = await stackline(words, { transport: changing(...answers), ...clock() });
      assert.deepEqual([screen.code, screen.stderr], [0, ''], condition);
      assert.equal(screen.requests.filter((line) => line.includes(`/servers/${MONITOR}`)).length, looks, condition);
    }
    const words = ['wait', 'server', 'monitor', '--for', 'status=ACTIVE and task_state=null', '--timeout', '2s'];
    const late = await stackline(words, { transport: changing(...answers), ...clock() });
    assert.deepEqual(
      [late.code, late.stderr],
      [
        124,
        'server monitor: not status=ACTIVE and task_state=null within 2 s; it was status ACTIVE, task_state spawning.\n',
      ],
    );
  });

  it('shows where a condition is wrong, before anything is asked', async () => {
    for (const [condition, said] of [
      ['status=ACTIVE and', 'expected the name of a field'],
      ['status=(ACTIVE', 'expected a value'],
      ['(status=ACTIVE', 'this bracket is not closed'],
      ['name~[', 'no regular expression'],
      ['gone and status=ACTIVE', "behind 'gone'"],
      ['', 'expected the name of a field'],
    ] as const) {
      const screen = await stackline(['wait', 'server', 'monitor', '--for', condition], clock());
      assert.deepEqual([screen.code, screen.requests.length, screen.stdout], [2, 0, ''], condition);
      assert.ok(screen.stderr.startsWith('error: argument --for: '), screen.stderr);
      assert.ok(screen.stderr.includes(said), screen.stderr);
    }
  });

  it('refuses what is no condition, no time and no kind', async () => {
    for (const line of [
      'server x --for blah',
      'server x --for gone --timeout soon',
      'server x --for gone --interval 0.5',
      'zoo x --for gone',
      'server x',
    ]) {
      const screen = await stackline(`wait ${line}`, clock());
      assert.deepEqual([screen.code, screen.requests.length], [2, 0], line);
    }
  });
});
