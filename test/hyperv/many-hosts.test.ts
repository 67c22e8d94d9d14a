import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import type { Host } from '../../src/host/host.js';
import { singleConnection } from '../../src/http/single-connection.js';
import { hypervHosts } from '../../src/sandbox/hyperv/world.js';
import { fakeHost } from './fake-host.js';
import { hyperv, login } from './run.js';

const DOWN = 'https://127.0.0.1:1/wsman';
const withoutPassword = { HYPERV_PASSWORD: undefined };

/** Waits for something that other work of this process brings about; not for ever. */
async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 50_000 && !isSo(); round += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(isSo(), 'it did not come about');
}

describe('many hosts', () => {
  it('a host that fails hides none of the others, and the run ends as incomplete', async (t) => {
    const [one, other] = [await fakeHost(t), await fakeHost(t)];
    const files = { hosts: `# rack 1\n${one.url}\n${DOWN}  # down\n\n${other.url}\n` };
    const { code, stdout, stderr } = await hyperv('default-path --hosts hosts -f value -c Host', { files });
    assert.equal(code, 6);
    assert.equal(stdout, `${one.url}\n${other.url}\n`);
    assert.match(stderr, /127\.0\.0\.1:1\/wsman: Connection refused/);
  });

  it('nor does one that refuses the login, nor one that is given up waiting for when all others have answered', async (t) => {
    const refuses = await fakeHost(t, { ntlm: 'loop' });
    const [one, other] = [await fakeHost(t), await fakeHost(t)];
    const silent = 'https://silent.example.com/wsman';
    const single: Host['network']['single'] = async (url, options) => {
      if (!url.includes('silent')) return singleConnection(url, options);
      const send = async (): Promise<never> => {
        await until(() => [one, other].every(({ log }) => log.length >= 5));
        throw new Failure(`Request to ${silent} timed out`);
      };
      return { send, isUsed: () => false, certificate: () => undefined, close: async () => undefined };
    };
    const hosts = [refuses.url, one.url, silent, other.url].join(' ');
    const line = `default-path ${hosts} -f value -c Host`;
    const { code, stdout, stderr } = await hyperv(line, { env: { HYPERV_AUTH: undefined }, single });
    assert.equal(code, 6);
    assert.equal(stdout, `${one.url}\n${other.url}\n`);
    assert.match(stderr, new RegExp(`^${refuses.url}: the login of administrator was refused`));
    assert.match(stderr, new RegExp(`^Request to ${silent} timed out$`, 'm'));
  });

  it('shows nothing where all of them have failed, not even an empty table', async () => {
    for (const format of ['table', 'json', 'csv', 'value']) {
      const { code, stdout, stderr } = await hyperv(`default-path ${DOWN} https://127.0.0.1:2/wsman -f ${format}`);
      assert.equal(code, 1);
      assert.equal(stdout, '', format);
      assert.equal(stderr.match(/Connection refused/g)?.length, 2);
    }
  });

  it('are asked sixteen at a time', async () => {
    const waiting: ((error: Failure) => void)[] = [];
    let begun = 0;
    const single = async () => ({
      send: () => {
        begun += 1;
        return new Promise<never>((_, reject) => waiting.push(reject));
      },
      isUsed: () => false,
      certificate: () => undefined,
      close: async () => undefined,
    });
    const names = Array.from({ length: 40 }, (_, at) => `hv${at}`);
    const run = hyperv(['ping', '--no-login', ...names], { single });
    await until(() => waiting.length >= 16);
    for (let round = 0; round < 50; round += 1) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(begun, 16);
    for (let ended = 0; ended < 40; ended += 1) {
      await until(() => waiting.length > 0);
      waiting.shift()?.(new Failure('it is down'));
    }
    const { code, stderr } = await run;
    assert.equal(code, 1);
    assert.equal(begun, 40);
    assert.deepEqual(
      stderr.trim().split('\n'),
      names.map((name) => `${name}: it is down`),
      'in the order in which they were named, each by its name',
    );
  });

  it('are named by the names that people have for them', async (t) => {
    const host = await fakeHost(t);
    const config = JSON.stringify({ 'hyperv.127.0.0.url': DOWN, 'hyperv.rack.url': 'https://127.0.0.1:2/wsman' });
    const { code, stderr } = await hyperv(`default-path 127.0.0 rack ${host.url}`, { config });
    assert.equal(code, 6);
    const said = stderr.split('\n').map((line) => line.replace(/: Unable to .*/, ''));
    assert.deepEqual(said.slice(0, 2), ['127.0.0', 'rack']);
  });

  it('of one URL under several names are one, so that its password is tried once', async (t) => {
    const host = await fakeHost(t);
    const config = JSON.stringify({ 'hyperv.hv01.url': host.url });
    const { port } = new URL(host.url);
    const { code, stderr } = await hyperv(`default-path hv01 127.0.0.1:${port} ${host.url} hv01`, {
      config,
      env: { HYPERV_PASSWORD: 'wrong-password' },
    });
    assert.equal(code, 1);
    assert.deepEqual(host.log, ['login']);
    assert.match(stderr, /^hv01: the login of administrator was refused/);
  });

  it('of which one has no name that can be are refused before any of them is asked', async (t) => {
    const host = await fakeHost(t);
    assert.equal((await hyperv(['default-path', host.url, 'a b'])).code, 2);
    assert.deepEqual(host.log, []);
  });

  it('each say that they want a password, where nobody can be asked', async (t) => {
    const [one, other] = [await fakeHost(t), await fakeHost(t)];
    const { code, stderr } = await hyperv(`default-path ${one.url} ${other.url}`, { env: withoutPassword });
    assert.equal(code, 1);
    for (const { url, log } of [one, other]) {
      assert.ok(
        stderr.includes(`${url}: You must say the password: HYPERV_PASSWORD, --password-file, or at a terminal.`),
      );
      assert.deepEqual(log, []);
    }
    const file = await hyperv(`default-path ${one.url} --password-file nowhere`, { env: withoutPassword });
    assert.match(file.stderr, /argument --password-file: cannot read 'nowhere'/);
    const from = { files: { secret: `${login.HYPERV_PASSWORD}\n` }, env: withoutPassword };
    assert.equal((await hyperv(`default-path ${one.url} --password-file secret`, from)).code, 0);
  });
});

describe('--watch', () => {
  /** Ends the run after so many waits; each changes something. */
  const turns = (...each: readonly (() => void)[]) => {
    let at = 0;
    return async () => {
      const turn = each[at];
      at += 1;
      if (turn === undefined) throw new Failure('enough');
      turn();
    };
  };

  it('shows what has changed on the hosts, over connections that stay', async (t) => {
    const host = await fakeHost(t);
    const [first] = host.world.machines;
    assert.ok(first !== undefined);
    const sleep = turns(
      () => host.world.machines.splice(0, 1, { ...first, state: 32768 }),
      () => host.world.machines.splice(2, 1),
    );
    const { stdout } = await hyperv(`vm list ${host.url} --watch=1 -c ID -c Name -c State`, { sleep });
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.replace(/^\S+ /, '')),
      ['instance-0000002a Enabled -> Paused', 'files gone'],
    );
    assert.equal(host.connections(), 1);
  });

  it('does not say that machines are gone whose host has not answered', async (t) => {
    let isDown = false;
    const [, second] = hypervHosts();
    assert.ok(second !== undefined);
    const away = await fakeHost(t, {
      host: second,
      spoil: (response) => {
        if (isDown) response.socket?.destroy();
        return isDown;
      },
    });
    const host = await fakeHost(t);
    const sleep = turns(
      () => {
        isDown = true;
      },
      () => {
        isDown = false;
        host.world.machines.pop();
      },
    );
    const { stdout, stderr } = await hyperv(`vm list ${host.url} ${away.url} --watch=1 -c ID -c Name -c State`, {
      sleep,
    });
    assert.match(stdout, /^\S+ files gone\n$/);
    assert.match(stderr, /Remote end closed connection|cut/);
  });

  it('goes on where no host has answered for a time', async (t) => {
    let isDown = false;
    const spoil = (response: { writeHead(code: number): { end(): void } }) => {
      if (isDown) response.writeHead(503).end();
      return isDown;
    };
    const [, second] = hypervHosts();
    assert.ok(second !== undefined);
    const [one, other] = [await fakeHost(t, { spoil }), await fakeHost(t, { spoil, host: second })];
    const sleep = turns(
      () => {
        isDown = true;
      },
      () => {
        isDown = false;
        one.world.machines.pop();
      },
    );
    const { stdout } = await hyperv(`vm list ${one.url} ${other.url} --watch=1 -c ID -c Name`, { sleep });
    assert.match(stdout, /gone\n$/);
    assert.equal(stdout.match(/gone/g)?.length, 1);
  });

  it('is not for what changes something', async (t) => {
    const host = await fakeHost(t);
    const { code } = await hyperv(`kvp set ${host.url} files k v --yes --watch=1`, { sleep: turns() });
    assert.equal(code, 2);
    assert.ok(!host.log.includes('AddKvpItems'));
  });
});

describe('a person at a terminal', () => {
  it('is told which host is waited for', async (t) => {
    const looks: (() => void)[] = [];
    // The host looks at the clock of the person, whose time flies, before it answers.
    const spoil = () => {
      for (const look of looks) look();
      return false;
    };
    const host = await fakeHost(t, { spoil });
    let time = 0;
    const { stdout, stderr } = await hyperv(`vm list ${host.url} -f value -c Name`, {
      isTTY: true,
      every: (_, look) => {
        looks.push(look);
        return () => undefined;
      },
      now: () => {
        time += 2000;
        return time;
      },
    });
    assert.match(stdout, /^instance-0000002a\n/);
    assert.match(stderr, new RegExp(`Waiting for ${new URL(host.url).host}: \\d+ s`));
  });
});
