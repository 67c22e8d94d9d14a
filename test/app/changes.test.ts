import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, loadApplet, loadCommand } from '../../src/cli/applets.js';
import { changeOptions } from '../../src/cli/change-options.js';
import { longName } from '../../src/cli/grammar.js';
import type { Command } from '../../src/command/command.js';
import { namesOf } from '../../src/command/manifest.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { main } from '../../src/main.js';
import { simulate } from '../../src/sandbox/index.js';
import { fakeHost } from '../support/fake-host.js';
import { deep } from '../support/property.js';
import { openrc, type Setting, stackline } from '../support/stackline.js';
import { response } from '../support/transports.js';

/* What stands around a command that changes something: plan and question, dry run, filter, waiting, log, Ctrl-C. */

const MONITOR = '487be216-e5d8-4373-9427-ab6fac6da321';

/** The requests that change something; a login does not. */
const writes = (requests: readonly string[]): readonly string[] =>
  requests.filter((line) => !/^(?:GET|HEAD) |\/tokens$/.test(line));

/** All commands of clouds that change something. */
async function changing(): Promise<readonly (readonly [line: readonly string[], command: Command])[]> {
  const found: (readonly [readonly string[], Command])[] = [];
  for (const name of Object.keys(applets)) {
    const { commands, context } = await loadApplet(name);
    if (context === 'hyperv') continue;
    for (const verb of namesOf(commands)) {
      const command = await loadCommand(name, verb);
      if (command.change === undefined) continue;
      const options = Object.entries(command.options).flatMap(([key, option]) =>
        option.required ? [`--${longName(key, option)}`, option.choices?.[0] ?? '1'] : [],
      );
      const words = Object.values(command.arguments).flatMap(({ required, choices }) =>
        required ? [choices?.[0] ?? '1'] : [],
      );
      found.push([[name, ...verb.split(' '), ...options, ...words], command]);
    }
  }
  return found;
}

describe('every command that changes something', () => {
  it('has no option of its own that is one of all of them', async () => {
    const shared = Object.entries(changeOptions()).map(([key, option]) => longName(key, option));
    for (const [line, { options }] of await changing()) {
      const own = Object.entries(options).flatMap(([key, option]) => [
        longName(key, option),
        ...(option.aliases ?? []),
      ]);
      assert.deepEqual(
        own.filter((name) => shared.includes(name)),
        [],
        line.join(' '),
      );
    }
  });

  it('sends nothing that changes anything with --dry-run', async () => {
    const all = await changing();
    assert.ok(all.length > 90, String(all.length));
    // A third of them, unless all cases are wanted.
    for (const [line] of all.filter((_, at) => deep || at % 3 === 0)) {
      const { requests, stderr } = await stackline([...line, '--dry-run']);
      assert.deepEqual(writes(requests), [], line.join(' '));
      assert.doesNotMatch(stderr, /unexpected|unrecognized/, line.join(' '));
    }
  });

  it('and destroys something asks for nothing and does nothing where nobody is there, under our own name', async () => {
    const destroying = (await changing()).filter(([, { change }]) => change?.destroys !== undefined);
    assert.ok(destroying.length > 15, String(destroying.length));
    for (const [line] of destroying) {
      const { code, stdout, stderr, requests } = await stackline(line);
      assert.deepEqual([code, stdout, requests], [2, '', []], line.join(' '));
      assert.match(stderr, /nobody is there to be asked\n--yes does it without a question/, line.join(' '));
      const asked = await stackline(line, { tty: true, input: '' });
      assert.deepEqual(writes(asked.requests), [], line.join(' '));
      assert.notEqual(asked.code, 0, line.join(' '));
      const [program = '', ...words] = line;
      const classic = await stackline(words, { program });
      assert.doesNotMatch(classic.stderr, /nobody is there/, line.join(' '));
    }
  });
});

describe('the plan of what is going to be destroyed', () => {
  const run = (line: string, setting: Setting = {}) =>
    stackline(line, { tty: true, now: () => Date.UTC(2013, 1, 25), ...setting });

  it('says of a server that is made anew what is lost, and nothing of what stays', async () => {
    const { code, stderr, requests } = await run('rebuild monitor cirros-0.3.1-x86_64', { input: '' });
    assert.equal(code, 1);
    assert.match(stderr, /^rebuild: 1 disk$/m);
    assert.match(
      stderr,
      /^monitor: what is on it is lost, image cirros-0\.3\.1-x86_64 \([0-9a-f-]{36}\) takes its place$/m,
    );
    assert.doesNotMatch(stderr, /goes with it/);
    assert.deepEqual(writes(requests), []);
  });

  it('names cloud, project and user, and what, whose, since when and what goes with it', async () => {
    const { code, stderr, requests } = await run('delete monitor', { input: '' });
    assert.equal(code, 1);
    assert.match(stderr, /^delete: 1 server$/m);
    assert.match(
      stderr,
      /^cloud http:\/\/cloud\.example\.com:5000\/v2\.0, region RegionOne, project admin, user admin$/m,
    );
    assert.match(stderr, new RegExp(`monitor │ ${MONITOR} │ ACTIVE │ \\w+ +│ \\w+ +│ 2013-01-29 \\(26 days\\)`));
    assert.match(
      stderr,
      /^monitor: port [0-9a-f-]+ \(10\.1\.0\.8\) goes with it\nmonitor: floating address 199\.116\.232\.40 is let go$/m,
    );
    assert.match(stderr, /Go on\? \[y\/N\] ERROR \(CommandError\): Nothing was changed\.\n$/);
    assert.deepEqual(writes(requests), []);
  });

  it('is done for y and yes alone', async () => {
    for (const [input, count] of [
      ['y', 1],
      ['YES', 1],
      ['n', 0],
      ['yo', 0],
      ['', 0],
    ] as const) {
      const { requests } = await run('delete monitor', { input });
      assert.equal(writes(requests).length, count, input);
    }
  });

  it('is about ids: a name that means something else meanwhile is not looked up again', async () => {
    const { stdout, requests } = await run('delete monitor', { input: 'y' });
    assert.match(stdout, /^Request to delete server monitor has been accepted\.$/m);
    const last = requests.slice(requests.findIndex((line) => line.startsWith('DELETE')));
    assert.deepEqual(
      last.map((line) => line.replace(/http.*\//, '')),
      [`DELETE ${MONITOR}`],
    );
  });

  it('has nothing done to any where one is not there, and says all that are not', async () => {
    const { code, stderr, requests } = await run('delete monitor nosuch 20e46453-335e-4e73-bfb2-6f4e7f5d54d0 neither', {
      input: 'y',
    });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /No server with a name or ID of 'nosuch' exists\.\nNo server .* 'neither' exists\.\nNothing was changed\./,
    );
    assert.deepEqual(writes(requests), []);
  });

  it('is passed over with --yes, and shown with --confirm where nobody would be asked', async () => {
    const yes = await stackline('delete monitor --yes');
    assert.deepEqual([yes.code, yes.stderr, writes(yes.requests).length], [0, '', 1]);
    const asked = await run('stop monitor --confirm', { input: 'n', program: 'nova' });
    assert.match(asked.stderr, /^stop: 1 target$/m);
    assert.deepEqual([asked.code, writes(asked.requests)], [1, []]);
    const both = await stackline('delete monitor --yes --confirm');
    assert.equal(both.code, 2);
    const nobody = await stackline('delete monitor --confirm', { program: 'nova' });
    assert.deepEqual([nobody.code, nobody.requests], [2, []]);
  });

  it('asks nobody under a classic name, at a terminal neither', async () => {
    for (const tty of [true, false]) {
      const { code, stdout, stderr, requests } = await stackline('delete monitor', { program: 'nova', tty });
      assert.deepEqual([code, stderr, writes(requests).length], [0, '', 1]);
      assert.equal(stdout, 'Request to delete server monitor has been accepted.\n');
    }
  });

  it('--dry-run prints it with what would be sent, and --curl the requests', async () => {
    const dry = await stackline('delete monitor');
    assert.equal(dry.code, 2);
    const { code, stdout, requests } = await stackline('delete monitor --dry-run');
    assert.equal(code, 0);
    assert.match(stdout, /^delete: 1 server\n/);
    assert.match(
      stdout,
      new RegExp(`^Nothing was changed\\. This would be sent:\\nDELETE http://.*/servers/${MONITOR}\\n$`, 'm'),
    );
    assert.deepEqual(writes(requests), []);
    for (const [line, plan] of [
      ['aggregate-create a', 'aggregate-create: makes an aggregate'],
      ['keystone user-create --name u', 'user-create: makes a user'],
      ['volume-create 3', 'volume-create: makes a volume'],
    ] as const) {
      assert.match((await stackline(`${line} --dry-run`)).stdout, new RegExp(`^${plan}\n`));
    }
    const curl = await stackline('delete monitor --curl');
    assert.match(curl.stdout, /^curl .*-X DELETE/m);
    assert.deepEqual([curl.code, writes(curl.requests)], [0, []]);
  });
});

describe('--where of a command that destroys', () => {
  it('chooses what the filter leaves of the list, shows the plan and asks', async () => {
    const line = ['delete', '--all-tenants', '--where', 'status=ERROR'];
    const dry = await stackline([...line, '--dry-run']);
    assert.match(dry.stdout, /^delete: 1 server$/m);
    assert.match(dry.stdout, /│ batch-02 │/);
    const asked = await stackline(line, { tty: true, input: 'n' });
    assert.match(asked.stderr, /│ batch-02 │/);
    assert.deepEqual(writes(asked.requests), []);
    const yes = await stackline([...line, '--yes']);
    assert.deepEqual([yes.code, yes.stdout], [0, 'Request to delete server batch-02 has been accepted.\n']);
    assert.match(yes.stderr, /│ batch-02 │/);
    assert.equal(writes(yes.requests).length, 1);
  });

  it('is a plan under a classic name, too', async () => {
    const { code, requests } = await stackline(['delete', '--where', 'status=ERROR'], { program: 'nova' });
    assert.deepEqual([code, requests], [2, []]);
  });

  it('does nothing, and is no failure, where nothing is chosen', async () => {
    const { code, stderr, requests } = await stackline(['delete', '--where', 'status=NONE', '--yes']);
    assert.deepEqual([code, stderr, writes(requests)], [0, 'Nothing is there for which this is true.\n', []]);
  });

  it('refuses words beside it, and commands without such a list', async () => {
    for (const line of [
      ['delete', 'monitor', '--where', 'status=ERROR', '--yes'],
      ['flavor-delete', '--where', 'name=x', '--yes'],
    ]) {
      const { code, stderr, requests } = await stackline(line);
      assert.equal(code, 2);
      assert.match(stderr, /argument --where: (?:not allowed with 'monitor'|without effect on this command)/);
      assert.deepEqual(writes(requests), []);
    }
  });
});

/** The embedded cloud, whose answers about one server are these once it has been told to do something. */
function afterwards(...answers: readonly (Readonly<Record<string, unknown>> | number)[]): Transport {
  const cloud = simulate();
  let isTold = false;
  let at = 0;
  return async (request) => {
    if (request.method !== 'GET' && request.url.includes(MONITOR)) {
      isTold = true;
      return response(202, {});
    }
    if (!isTold || !request.url.endsWith(`/servers/${MONITOR}`)) return cloud(request);
    const answer = answers[Math.min(at, answers.length - 1)] ?? 404;
    at += 1;
    if (typeof answer === 'number') return response(answer, { itemNotFound: { message: 'gone' } });
    return response(200, { server: { id: MONITOR, name: 'monitor', ...answer } });
  };
}

/** A clock that moves only while something waits. */
function clock() {
  let at = Date.UTC(2013, 1, 25);
  return {
    now: () => at,
    sleep: async (milliseconds: number): Promise<void> => {
      at += milliseconds;
    },
  };
}

const TASK = 'OS-EXT-STS:task_state';

describe('--wait', () => {
  const run = (line: string, transport: Transport, setting: Setting = {}) =>
    stackline(line, { program: 'nova', transport, ...clock(), ...setting });

  it('ends well when it is gone: 404, or SOFT_DELETED', async () => {
    for (const end of [404, { status: 'SOFT_DELETED' }] as const) {
      const cloud = afterwards({ status: 'ACTIVE', [TASK]: 'deleting' }, { status: 'ACTIVE', [TASK]: 'deleting' }, end);
      const { code, stdout, stderr, requests } = await run('delete monitor --wait', cloud);
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(stdout, 'Request to delete server monitor has been accepted.\n');
      const after = requests.slice(requests.findIndex((line) => line.startsWith('DELETE')) + 1);
      assert.equal(after.length, 3);
    }
  });

  it('says in rows for a program how each ended, and not that it was accepted', async () => {
    const rows = async (...answers: readonly Readonly<Record<string, unknown>>[]) => {
      const { code, stdout } = await run('stop monitor --wait=10s -f csv -c Target -c Result', afterwards(...answers));
      return [code, stdout.split('\n')[1]];
    };
    assert.deepEqual(await rows({ status: 'ACTIVE', [TASK]: 'powering-off' }, { status: 'SHUTOFF' }), [
      0,
      '"monitor","done"',
    ]);
    assert.deepEqual(await rows({ status: 'ACTIVE', [TASK]: 'powering-off' }), [124, '"monitor","not in time"']);
    assert.deepEqual(await rows({ status: 'ERROR' }), [1, '"monitor","failed"']);
    const unwaited = await run('stop monitor -f csv -c Result', afterwards({ status: 'ACTIVE' }));
    assert.deepEqual([unwaited.code, unwaited.stdout], [0, '"Result"\n"accepted"\n']);
  });

  it('follows the task to its end, and takes no state before', async () => {
    const cloud = afterwards(
      { status: 'ACTIVE', [TASK]: 'powering-off' },
      { status: 'SHUTOFF', [TASK]: 'powering-off' },
      { status: 'SHUTOFF', [TASK]: null },
    );
    const { code, requests } = await run('stop monitor --wait=1m', cloud);
    assert.equal(code, 0);
    assert.equal(requests.filter((line) => line.startsWith('GET') && line.endsWith(MONITOR)).length, 3);
  });

  it('fails with the reason of the service', async () => {
    for (const [line, state] of [
      ['stop monitor --wait', { status: 'ERROR' }],
      ['delete monitor --wait', { status: 'ERROR' }],
    ] as const) {
      const task = line.startsWith('stop') ? 'powering-off' : 'deleting';
      const cloud = afterwards({ status: 'ACTIVE', [TASK]: task }, { ...state, fault: { message: 'No valid host' } });
      const { code, stderr } = await run(line, cloud);
      assert.deepEqual([code, stderr], [1, 'ERROR (CommandError): monitor: status ERROR: No valid host\n']);
    }
  });

  it('deletes what was broken before without taking that for a failure', async () => {
    const broken = { status: 'ERROR', [TASK]: null };
    const { code } = await run('delete monitor --wait', afterwards(broken, broken, 404));
    assert.equal(code, 0);
  });

  it('ends with 124 when it takes too long', async () => {
    const cloud = afterwards({ status: 'ACTIVE', [TASK]: 'deleting' });
    const { code, stderr } = await run('delete monitor --wait=10s', cloud);
    assert.equal(code, 124);
    assert.match(stderr, /monitor: not gone within 10 s; it was status ACTIVE, deleting\./);
  });

  it('says of a server that is as it was that the last thing asked of it failed', async () => {
    const cloud = afterwards({ status: 'ACTIVE', [TASK]: 'resize_prep' }, { status: 'ACTIVE', [TASK]: null });
    const transport: Transport = async (request) => {
      if (!request.url.endsWith('/os-instance-actions')) return cloud(request);
      const actions = [
        { action: 'resize', request_id: 'req-2', message: 'Error', start_time: '2013-02-25T00:00:00' },
        { action: 'create', request_id: 'req-1', message: null, start_time: '2013-02-13T00:00:00' },
      ];
      return response(200, { instanceActions: actions });
    };
    const { code, stderr } = await run('resize monitor 3 --wait', transport);
    assert.equal(code, 1);
    const said = `monitor: resize ended in an error: see nova instance-action ${MONITOR} req-2`;
    assert.equal(stderr, `ERROR (CommandError): ${said}\n`);
  });

  it('takes no failure of something else for that of an interface that is taken away', async () => {
    const cloud = afterwards({ status: 'ACTIVE', [TASK]: null });
    const port = 'a4122902-5bc2-4485-8b6e-749143902fd7';
    let looks = 0;
    const transport: Transport = async (request) => {
      if (request.url.endsWith('/os-instance-actions')) {
        const failed = { action: 'resize', request_id: 'req-2', message: 'Error', start_time: '2013-02-25T00:00:00' };
        return response(200, { instanceActions: [failed] });
      }
      if (!request.url.endsWith(`/os-interface/${port}`) || request.method !== 'GET') return cloud(request);
      looks += 1;
      return looks < 3 ? response(200, { interfaceAttachment: { port_id: port } }) : response(404, {});
    };
    const { code, stderr } = await run(`interface-detach monitor ${port} --wait`, transport);
    assert.deepEqual([code, stderr, looks], [0, '', 3]);
  });

  it('goes on after an error that passes', async () => {
    let count = 0;
    const cloud = afterwards(404);
    const shaky: Transport = async (request) => {
      if (request.url.endsWith(MONITOR) && request.method === 'GET') {
        count += 1;
        if (count < 3) return response(503, { computeFault: { message: 'busy' } });
      }
      return cloud(request);
    };
    assert.equal((await run('delete monitor --wait --retries 0', shaky)).code, 0);
  });

  it('shows at a terminal what is waited for', async () => {
    const cloud = afterwards({ status: 'ACTIVE', [TASK]: 'deleting' }, 404);
    const { code, stderr } = await run('delete monitor --wait', cloud, { tty: true });
    assert.equal(code, 0);
    assert.match(stderr, /\r\x1b\[KWaiting for monitor: status ACTIVE, deleting; 1 left, 0 s/);
  });

  it('is refused for what is done when it ends, and for what is no time', async () => {
    for (const line of ['lock monitor --wait', 'delete monitor --wait=soon']) {
      const { code, requests } = await run(line, simulate());
      assert.deepEqual([code, requests], [2, []], line);
    }
  });
});

describe('--log', () => {
  function book() {
    const lines: string[] = [];
    const appendLine = async (path: string, line: string): Promise<void> => {
      if (line !== '') lines.push(`${path} ${line}`);
    };
    return { lines, appendLine };
  }

  it('appends who did what where, with the request id, a line each', async () => {
    const { lines, appendLine } = book();
    const setting = { program: 'nova', appendLine, now: () => Date.UTC(2013, 1, 25) };
    await stackline('delete monitor 20e46453-335e-4e73-bfb2-6f4e7f5d54d0 nosuch --log /var/log/changes', setting);
    assert.equal(lines.length, 2);
    const [path = '', json = ''] = lines[0]?.split(/ (.*)/s) ?? [];
    assert.equal(path, '/var/log/changes');
    assert.ok(json.endsWith('}\n'));
    const { request_id: id, target, ...rest } = JSON.parse(json);
    assert.match(id, /^req-/);
    assert.match(target, /^DELETE http:\/\/cloud\.example\.com:8774\/v2\/\w+\/servers\/[0-9a-f-]+$/);
    assert.deepEqual(rest, {
      time: '2013-02-25T00:00:00.000Z',
      cloud: 'http://cloud.example.com:5000/v2.0',
      region: 'RegionOne',
      project: 'admin',
      user: 'admin',
      command: 'nova delete',
      result: 'accepted',
      status: 204,
    });
  });

  it('may be said by a variable or a setting, and is not written by what changes nothing', async () => {
    for (const setting of [{ env: { STACKLINE_LOG: '/a/log' } }, { config: '{ "log": "/a/log" }' }]) {
      const { lines, appendLine } = book();
      await stackline('stop monitor', { ...setting, appendLine });
      await stackline('list', { ...setting, appendLine });
      await stackline('stop monitor --dry-run', { ...setting, appendLine });
      assert.deepEqual(
        lines.map((line) => line.slice(0, 7)),
        ['/a/log '],
      );
    }
  });

  it('has a refusal and an end that is not known', async () => {
    const { lines, appendLine } = book();
    const cloud = simulate();
    const refusing: Transport = async (request) =>
      request.method === 'DELETE' ? response(409, { conflictingRequest: { message: 'no' } }) : cloud(request);
    await stackline('delete monitor --log /l', { program: 'nova', appendLine, transport: refusing });
    assert.match(lines[0] ?? '', /"result":"refused","status":409/);
  });

  it('has none of the secrets', async () => {
    const { lines, appendLine } = book();
    const secret = 'a-very-secret-password';
    await stackline(`keystone user-password-update admin --pass ${secret} --log /l`, { appendLine });
    await stackline(`api PUT compute /servers/${secret} --log /l -d {"adminPass":"${secret}"}`, { appendLine });
    assert.ok(lines.length >= 2);
    assert.doesNotMatch(lines.join(''), new RegExp(secret));
  });

  it('lets nothing be changed where it cannot be written', async () => {
    const appendLine = async (): Promise<void> => {
      throw new Error('not to be written');
    };
    const { code, requests } = await stackline('stop monitor --log /l', { appendLine });
    assert.deepEqual([code, requests], [1, []]);
  });
});

describe('many targets', () => {
  /** Accepts every delete, each after the others that are under way have been begun. */
  function slow() {
    let running = 0;
    let most = 0;
    const cloud = simulate();
    const transport: Transport = async (request: HttpRequest) => {
      if (request.method !== 'DELETE') return cloud(request);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return response(204);
    };
    return { transport, most: () => most };
  }

  it('are two hundred in one command: a few at once, a line each in the order that was typed', async () => {
    const ids = Array.from({ length: 200 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
    const { transport, most } = slow();
    const { code, stdout } = await stackline(['delete', ...ids], { program: 'nova', transport });
    assert.equal(code, 0);
    assert.deepEqual(
      stdout.trim().split('\n'),
      ids.map((id) => `Request to delete server ${id} has been accepted.`),
    );
    assert.ok(most() > 1 && most() <= 8, String(most()));
  });

  /** What nova says on standard error when it is ended while it waits for answers that do not come. */
  async function atCtrlC(argv: readonly string[], transport: Transport): Promise<string> {
    let interrupt = (): void => undefined;
    const { host, stderr } = fakeHost({
      program: 'nova',
      argv,
      env: openrc,
      network: { connect: async () => Object.assign(transport, { close: async () => undefined }) },
      untilEnd: (undo) => {
        interrupt = undo;
        return () => undefined;
      },
    });
    void main(host);
    for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    interrupt();
    return stderr();
  }

  it('say at Ctrl-C what was done, what may have been, and what was not', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `00000000-0000-4000-8000-0000000000${at + 10}`);
    const cloud = simulate();
    const transport: Transport = async (request) => {
      if (request.method !== 'DELETE') return cloud(request);
      const at = ids.findIndex((id) => request.url.endsWith(id));
      if (at === 2) return response(409, { conflictingRequest: { message: 'no' } });
      if (at === 3) return new Promise(() => undefined);
      return response(204);
    };
    const text = await atCtrlC(['delete', ...ids], transport);
    const [, done = '', refused = '', unknown = '', rest = ''] = text.trim().split('\n');
    assert.ok(done.startsWith(`done: ${ids[0]}, ${ids[1]}, ${ids[4]}`), text);
    assert.equal(refused, `refused: ${ids[2]}`);
    assert.equal(unknown, `not known whether it was done: ${ids[3]}`);
    assert.ok(rest.startsWith('not begun: '), text);
  });

  /** What a command says that is ended once it has sent so many requests, of which the last is never answered. */
  async function interrupted(line: string, at: number): Promise<string> {
    const cloud = simulate();
    let count = 0;
    return atCtrlC(line.split(' '), async (request) => {
      if (request.method === 'GET' || request.url.endsWith('/tokens')) return cloud(request);
      count += 1;
      return count === at ? new Promise(() => undefined) : response(202, {});
    });
  }

  it('say it of the servers of a host, and never that nothing was begun once something was sent', async () => {
    const first = await interrupted('host-evacuate-live c05', 1);
    assert.match(first, /^\nInterrupted\.\nnot known whether it was done: [0-9a-f-]{36}\nnot begun: [0-9a-f-]{36}\n$/);
    const second = await interrupted('host-evacuate-live c05', 2);
    assert.match(second, /^\nInterrupted\.\ndone: [0-9a-f-]{36}\nnot known whether it was done: [0-9a-f-]{36}\n$/);
    for (const line of [
      `volume-attach monitor ${MONITOR}`,
      'boot --flavor 1 --image cirros-0.3.1-x86_64 new',
      'aggregate-create new',
    ]) {
      const said = await interrupted(line, 1);
      assert.match(said, /^\nInterrupted\.\nnot known whether it was done: POST http\S+\n$/, line);
    }
  });
});
