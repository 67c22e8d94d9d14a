import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import type { NamedLock } from '../../src/storage/named-lock.js';
import { type Setting, stackline } from '../support/stackline.js';

/** The locks of one test. */
function locks() {
  const held = new Map<string, { pid: number; host: string; since: number }>();
  const lock = async (name: string): Promise<NamedLock> => {
    const holder = held.get(name);
    if (holder !== undefined) return { holder, path: '/nowhere' };
    held.set(name, { pid: 4711, host: 'jump1', since: Date.UTC(2013, 4, 22, 3) });
    return { release: () => void held.delete(name) };
  };
  return { held, lock };
}

/** The embedded cloud, which answers nobody before it is told to. */
function waitingCloud() {
  const cloud = simulate();
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const transport: Transport = async (request) => {
    await opened;
    return cloud(request);
  };
  return { transport, open };
}

describe('--only-problems', () => {
  it('says nothing when all is well', async () => {
    const screen = await stackline('list --only-problems');
    assert.deepEqual([screen.stdout, screen.stderr, screen.code], ['', '', 0]);
  });

  it('shows what went wrong, with what had been printed until then', async () => {
    const gone = await stackline('show nobody --only-problems');
    assert.deepEqual([gone.stdout, gone.code], ['', 1]);
    assert.match(gone.stderr, /No server with a name or ID of 'nobody' exists/);
  });

  it('shows everything when there is a word on stderr', async () => {
    const plain = await stackline('list');
    const { stdout, stderr, code } = await stackline('list --only-problems --timings');
    assert.deepEqual([stdout, code], [plain.stdout, 0]);
    assert.match(stderr, /Total/);
  });
});

describe('--deadline', () => {
  const silent: Setting = { transport: () => new Promise(() => {}) };

  it('gives up a command that is not done by then', async () => {
    const { stdout, stderr, code } = await stackline('list --deadline 0.05', silent);
    assert.deepEqual([stdout, code], ['', 1]);
    assert.equal(stderr, 'ERROR (Timeout): Timed out after 0.05 s (--deadline)\n--deadline SECONDS allows more.\n');
  });

  it('changes nothing for a command that is done by then', async () => {
    assert.equal((await stackline('list --deadline 60')).stdout, (await stackline('list')).stdout);
  });

  it('refuses what is no number of seconds', async () => {
    for (const wrong of ['0', 'soon', '1e9', '']) {
      const { stderr, code } = await stackline(['list', `--deadline=${wrong}`]);
      assert.match(stderr, /argument --deadline: invalid number of seconds/);
      assert.equal(code, 2);
    }
  });
});

describe('--lock', () => {
  it('lets one run go on, and ends another of the same name with exit code 7', async () => {
    for (const [line, other, says] of [
      [
        'list --lock',
        'list --lock',
        /^This command is running already: process 4711 on jump1, since 2013-05-22T03:00:00Z\.\n$/,
      ],
      ['list --lock=x', 'flavor-list --lock=x', /^Another run holds the lock 'x': process 4711 on jump1, since .*\n$/],
      ['list --lock=x', 'list --lock=x --quiet', /^$/],
    ] as const) {
      const { lock, held } = locks();
      const cloud = waitingCloud();
      const first = stackline(line, { lock, transport: cloud.transport });
      while (held.size === 0) await turn();
      const second = await stackline(other, { lock });
      assert.deepEqual([second.stdout, second.code], ['', 7], other);
      assert.match(second.stderr, says);
      assert.equal((await stackline('list', { lock })).code, 0, 'who does not ask for the lock is not held up');
      cloud.open();
      const { stderr, code } = await first;
      assert.deepEqual([stderr, code, held.size], ['', 0, 0]);
      assert.equal((await stackline(other, { lock })).code, 0);
    }
  });

  it('takes a name after = only: the next word is the command', async () => {
    const { lock } = locks();
    assert.equal((await stackline('--lock list', { lock })).stdout, (await stackline('list')).stdout);
  });

  it('without a name is a lock for each command line and cloud, whose name holds no password', async () => {
    const names: string[] = [];
    const lock = async (name: string): Promise<NamedLock> => {
      names.push(name);
      return { release: () => undefined };
    };
    const run = (line: string, env: Setting['env'] = {}) => stackline(line, { lock, env });
    await run('list --lock');
    await run('--lock list --os-password hunter22x');
    await run('list --lock --os-passcode 123456 --os-application-credential-secret hunter22x');
    await run('list --lock --all-tenants');
    await run('list --lock', { OS_REGION_NAME: 'two' });
    await run('flavor-list --lock');
    assert.deepEqual(names.slice(1, 3), [names[0], names[0]]);
    assert.equal(new Set(names).size, 4);
    assert.doesNotMatch(names.join(), /hunter22x|123456|password"?:"[^"]/);
  });

  it('is released when the command fails and when its deadline ends it', async () => {
    const { lock, held } = locks();
    assert.equal((await stackline('show nobody --lock', { lock })).code, 1);
    assert.equal(
      (await stackline('list --lock --deadline 0.02', { lock, transport: () => new Promise(() => {}) })).code,
      1,
    );
    assert.equal(held.size, 0);
  });
});

describe('--splay', () => {
  it('waits for a moment by chance, but not on a terminal', async () => {
    assert.equal((await stackline('list --splay 9000000', { tty: true })).code, 0);
    const short = await stackline('list --splay 0.01');
    assert.equal(short.code, 0);
    // A script that computes it may come to nothing.
    assert.equal((await stackline('list --splay 0')).code, 0);
    assert.equal((await stackline('list --splay never')).code, 2);
  });
});
