import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { stackline } from '../support/stackline.js';

/* `--watch`: one line a change on a pipe, a screen that is drawn over on a terminal. */

type Server = Readonly<Record<string, string>>;
const one = (id: string, name: string, status: string): Server => ({ id, name, status });

/** The embedded cloud, whose lists of servers are these, one after the other. */
function changing(...lists: readonly (readonly Server[] | number)[]): Transport {
  const cloud = simulate();
  let at = 0;
  return async (request) => {
    if (!request.url.includes('/servers/detail')) return cloud(request);
    const answer = lists[Math.min(at, lists.length - 1)] ?? [];
    at += 1;
    const [status, body] = typeof answer === 'number' ? [answer, {}] : [200, { servers: answer }];
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    return {
      status,
      headers: { 'content-type': 'application/json' },
      body: (async function* () {
        yield bytes;
      })(),
    };
  };
}

function clock() {
  let at = Date.UTC(2013, 1, 25, 2, 58, 8);
  const pauses: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    at += milliseconds;
  };
  return { pauses, now: () => at, sleep };
}

const before = [one('1', 'web01', 'ACTIVE'), one('2', 'web02', 'ACTIVE')];
const after = [one('1', 'web01', 'REBOOT'), one('3', 'web03', 'BUILD')];

describe('--watch on a pipe', () => {
  it('prints one line a change until the deadline', async () => {
    const time = clock();
    const screen = await stackline('list --watch --deadline 9', { transport: changing(before, after), ...time });
    assert.equal(
      screen.stdout,
      '02:58:10 web01 ACTIVE -> REBOOT\n02:58:10 web03 appeared: BUILD\n02:58:10 web02 gone\n',
    );
    assert.deepEqual([screen.code, screen.stderr, time.pauses], [0, '', [2000, 2000, 2000, 2000]]);
  });

  it('says a failure in between, and goes on', async () => {
    const transport = changing(before, 403, after);
    const screen = await stackline('list --watch=3 --deadline 10', { transport, ...clock() });
    assert.match(screen.stderr, /^02:58:11 .+\n$/);
    assert.match(screen.stdout, /^02:58:14 web01 ACTIVE -> REBOOT\n/);
    assert.equal(screen.code, 0);
  });

  it('fails as the command does when the first look fails', async () => {
    const screen = await stackline('list --watch --deadline 9', { transport: changing(403), ...clock() });
    assert.deepEqual([screen.code, screen.stdout], [1, '']);
  });

  it('prints objects with -f ndjson', async () => {
    const screen = await stackline('list --watch --deadline 5 -f ndjson', {
      transport: changing(before, after),
      ...clock(),
    });
    const [first] = screen.stdout.split('\n');
    assert.deepEqual(JSON.parse(first ?? ''), {
      time: '2013-02-25T02:58:10.000Z',
      id: '1',
      name: 'web01',
      column: 'Status',
      from: 'ACTIVE',
      to: 'REBOOT',
    });
  });

  it('refuses what would be asked too often, in another format, or changes something, before anything is sent', async () => {
    for (const line of ['list --watch=0.5', 'list --watch=soon', 'list --watch -f json']) {
      const screen = await stackline(line, clock());
      assert.deepEqual([screen.code, screen.requests.length], [2, 0], line);
    }
    const screen = await stackline('flavor-create --watch x 99 1 1 1', clock());
    assert.equal(screen.code, 2);
    assert.ok(!screen.requests.some((request) => request.startsWith('POST') && request.includes('flavors')));
  });
});

describe('--watch on a terminal', () => {
  it('draws over what is there, marks what has changed, and gives the screen back', async () => {
    const screen = await stackline('list --watch --deadline 5', {
      transport: changing(before, after),
      tty: true,
      rows: 24,
      env: { COLUMNS: '80', LANG: 'C', NO_COLOR: '1' },
      ...clock(),
    });
    assert.equal(screen.code, 0);
    const frames = screen.stdout.split('\x1b[H');
    assert.ok(screen.stdout.startsWith('\x1b[?1049h'));
    assert.ok(screen.stdout.endsWith('\x1b[?1049l'));
    const shown = (frames.find((frame) => frame.includes('web03')) ?? '').replaceAll(/\x1b\[[?\d]*[A-Za-z]/g, '');
    assert.match(shown, /^> +1 +\| web01 \| ~ REBOOT/m);
    assert.match(shown, /^> +3 +\| web03 \| ~ BUILD/m);
    assert.match(shown, /^02:58:10 every 2 s, 3 changed \(>\), gone: web02/m);
  });
});
