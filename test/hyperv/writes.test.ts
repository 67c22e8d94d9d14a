import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { type FakeOptions, fakeHost, faultInstead, PASSWORD } from './fake-host.js';
import { hyperv } from './run.js';

const VM = 'instance-0000002a';
const KEY = 'cloudstack-vm-userdata';

/** A host whose jobs are done at the first look, so that nothing waits. */
async function quick(t: TestContext, options: FakeOptions = {}) {
  const host = await fakeHost(t, { jobs: { states: [7] }, ...options });
  const [machine] = host.world.machines;
  assert.ok(machine !== undefined);
  return { ...host, items: machine.hostItems };
}

describe('what is changed', () => {
  it('kvp set puts an item there that a guest can read, however odd it is', async (t) => {
    const host = await quick(t);
    const data = `<&>"' \\ ]]> \t\r\n ü \u{1f600}`;
    const { code, stdout, stderr } = await hyperv(['kvp', 'set', host.url, VM, 'a <key>', data, '--yes']);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.match(stdout, /^'a <key>' of instance-0000002a \(0ED0B4A1-.*\) is set\.\n$/);
    assert.equal(host.items.get('a <key>'), data);
    assert.deepEqual(host.complaints, []);
    assert.deepEqual(
      host.log.filter((action) => /Kvp|Get$/.test(action)),
      ['AddKvpItems', 'Get'],
    );
  });

  it('kvp set of a key that is there is refused before anything is sent, unless it is to be replaced', async (t) => {
    const host = await quick(t);
    const refused = await hyperv(`kvp set ${host.url} ${VM} ${KEY} x --yes`);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /'cloudstack-vm-userdata' of .* is there already\.\n--replace gives it other data\./);
    const { code } = await hyperv(`kvp set ${host.url} ${VM} ${KEY} x --replace --yes`);
    assert.equal(code, 0);
    assert.equal(host.items.get(KEY), 'x');
    assert.deepEqual(
      host.log.filter((action) => /Kvp/.test(action)),
      ['ModifyKvpItems'],
    );
  });

  it('kvp delete removes the key that was named, and no other', async (t) => {
    const host = await quick(t);
    host.items.set('mine', '1');
    const { code } = await hyperv(`kvp delete ${host.url} ${VM} mine --yes`);
    assert.equal(code, 0);
    assert.deepEqual([...host.items.keys()], [KEY]);
    const gone = await hyperv(`kvp delete ${host.url} ${VM} mine --yes`);
    assert.equal(gone.code, 1);
    assert.match(gone.stderr, /has no 'mine' from its host/);
  });

  it('userdata set and delete are the same with the agent’s key; the data may come from a file', async (t) => {
    const host = await quick(t);
    assert.equal((await hyperv(`userdata delete ${host.url} ${VM} --yes`)).code, 0);
    assert.equal(host.items.size, 0);
    const files = { 'user-data': '#!/bin/sh\necho hi\n' };
    const set = await hyperv(`userdata set ${host.url} ${VM} --data-file user-data --yes`, { files });
    assert.equal(set.code, 0);
    assert.equal(host.items.get(KEY), '#!/bin/sh\necho hi\n');
    assert.doesNotMatch(set.stdout + set.stderr, /bin\/sh/);
    const input = { files: { '/dev/stdin': 'from a pipe' } };
    assert.equal((await hyperv(`userdata set ${host.url} ${VM} --data-file - --replace --yes`, input)).code, 0);
    assert.equal(host.items.get(KEY), 'from a pipe');
    const both = `userdata set ${host.url} ${VM} --data-file - --password-stdin --replace --yes`;
    const twice = await hyperv(both, { ...input, answer: PASSWORD, askPassword: async () => PASSWORD });
    assert.equal(twice.code, 2);
    assert.match(twice.stderr, /argument --password-stdin: the standard input is read for something else/);
    assert.equal(host.items.get(KEY), 'from a pipe');
    const none = await hyperv(`userdata set ${host.url} ${VM} --data-file nowhere --replace --yes`);
    assert.match(none.stderr, /Cannot read nowhere: it is not there, or no file that can be read\./);
  });

  it('what is longer than a host takes is refused here', async (t) => {
    const host = await quick(t);
    const { code, stderr } = await hyperv(['kvp', 'set', host.url, VM, 'k', 'x'.repeat(1025), '--yes']);
    assert.equal(code, 1);
    assert.match(stderr, /longer than the 1024 characters that a host takes: 1025/);
    assert.equal((await hyperv(['kvp', 'set', host.url, VM, 'k', 'x'.repeat(1024), '--yes'])).code, 0);
    const odd = await hyperv(['kvp', 'set', host.url, VM, 'k2', 'a\u0001', '--yes']);
    assert.equal(odd.code, 1);
    assert.match(odd.stderr, /XML cannot carry the character U\+0001/);
    assert.doesNotMatch(odd.stderr, /bug/);
  });
});

describe('what a host refuses', () => {
  it('more items than it takes, with the name of its number', async (t) => {
    const host = await quick(t);
    for (let item = 0; item < 127; item += 1) host.items.set(`item ${item}`, '');
    const { code, stderr } = await hyperv(`kvp set ${host.url} ${VM} one-more x --yes`);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /failed to set 'one-more' on 'instance-0000002a' \(0ED0B4A1-\S+\): InvalidParameter \(32773\)/,
    );
    assert.equal(host.items.size, 128);
  });
});

describe('user data', () => {
  it('is not shown where a host says it again in an error, nor in the list of processes', async (t) => {
    const data = 'the-user-data-of-a-guest';
    const host = await quick(t, { jobs: { states: [10], error: `cannot write ${data}` } });
    const { code, stderr, hidden } = await hyperv(`userdata set ${host.url} files ${data} --yes`);
    assert.equal(code, 1);
    assert.match(stderr, /cannot write \*\*\*/);
    assert.ok(hidden);
  });
});

describe('questions', () => {
  it('nothing is changed without --yes where nobody can be asked', async (t) => {
    const host = await quick(t);
    const { code, stderr } = await hyperv(`kvp delete ${host.url} ${VM} ${KEY}`);
    assert.equal(code, 2);
    assert.match(stderr, /nobody is there to be asked\n--yes does it without a question\./);
    assert.equal(host.items.size, 1);
  });

  it('the plan says what is going to happen, without the data, and Enter means no', async (t) => {
    const host = await quick(t);
    const no = await hyperv(`userdata delete ${host.url} ${VM}`, { answer: '' });
    assert.equal(no.code, 1);
    assert.match(
      no.stderr,
      /^Delete 'cloudstack-vm-userdata' \(20 bytes, SHA-256 9576b9be4b4e\.\.\.\) of instance-0000002a \(0ED0B4A1-\S+\) on https:\S+\.\nGo on\? \[y\/N\] Nothing was changed\.\n$/,
    );
    assert.equal(host.items.size, 1);
    const yes = await hyperv(`userdata delete ${host.url} ${VM}`, { answer: 'y' });
    assert.equal(yes.code, 0);
    assert.equal(host.items.size, 0);
  });
});

describe('a change', () => {
  it('is shown and not made with --dry-run, which asks nobody', async (t) => {
    const host = await quick(t);
    const { code, stdout, stderr } = await hyperv(`kvp delete ${host.url} ${VM} ${KEY} --dry-run`);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^Delete 'cloudstack-vm-userdata' \(20 bytes, SHA-256 .*\) of .*\.\nNothing was changed\.\n$/);
    assert.ok(!host.log.some((action) => /Kvp/.test(action)));
    assert.equal((await hyperv(`kvp delete ${host.url} ${VM} nope --dry-run`)).code, 1);
    assert.equal((await hyperv(`kvp delete ${host.url} ${VM} ${KEY} --dry-run --yes`)).code, 2);
  });

  it('that somebody interrupts is said to be one of which nobody knows whether it was made', async (t) => {
    const ends = new Set<() => void>();
    const untilEnd = (undo: () => void) => {
      ends.add(undo);
      return () => void ends.delete(undo);
    };
    // Ctrl-C, while the job runs.
    const change = (text: string): string => {
      if (text.includes('Msvm_ConcreteJob_Type')) for (const end of ends) end();
      return text;
    };
    const host = await quick(t, { change });
    const { stderr } = await hyperv(`kvp set ${host.url} files k v --yes`, { untilEnd });
    assert.match(
      stderr,
      /^\nInterrupted\.\nnot known whether it was done: Set 'k' on files \(.*\) on .* to \(1 byte, .*\)\.\n$/,
    );
    assert.equal(ends.size, 0);
    const read = await hyperv(`job show ${host.url} ${[...host.world.jobs.keys()].at(-1)}`, { untilEnd });
    assert.equal(read.stderr, '');
  });

  it('is logged with its end, and not made where it cannot be', async (t) => {
    const lines: string[] = [];
    const appendLine = async (path: string, line: string) => {
      assert.equal(path, '/var/log/changes');
      lines.push(line);
    };
    const host = await quick(t);
    const data = 'not-for-the-log';
    assert.equal(
      (await hyperv(`userdata set ${host.url} files ${data} --yes --log /var/log/changes`, { appendLine })).code,
      0,
    );
    const failing = await quick(t, { jobs: { states: [10], error: 'no' } });
    const env = { STACKLINE_LOG: '/var/log/changes' };
    assert.equal((await hyperv(`kvp set ${failing.url} files k v --yes`, { appendLine, env })).code, 1);
    const entries = lines.filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      entries.map(({ cloud, user, command, target, result }) => [cloud, user, command, target, result]),
      [
        [
          `${host.url} at ${host.url}`,
          'administrator',
          'stackline hyperv userdata set',
          `POST ${host.url}`,
          'accepted',
        ],
        [
          `${failing.url} at ${failing.url}`,
          'administrator',
          'stackline hyperv kvp set',
          `POST ${failing.url}`,
          'refused',
        ],
      ],
    );
    assert.ok(!lines.join('').includes(data));
    const closed = async () => {
      throw new Failure('Cannot write /var/log/changes: Permission denied');
    };
    assert.equal((await hyperv(`kvp set ${host.url} files k v --yes`, { appendLine: closed, env })).code, 1);
    assert.equal(host.world.machines[2]?.hostItems.get('k'), undefined);
  });
});

describe('jobs', () => {
  it('a job that fails says why, with its code', async (t) => {
    const host = await quick(t, { jobs: { states: [4, 10], error: 'The guest’s service does not run.' } });
    const { code, stderr } = await hyperv(`kvp set ${host.url} ${VM} k v --yes`);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /the job [\dA-F-]{36} failed \(Exception, error code 32773\): The guest’s service does not run\./,
    );
  });

  it('a job that says no word of it is asked for its errors', async (t) => {
    const host = await quick(t, { jobs: { states: [10], hiddenError: 'a <b>disk</b> is full' } });
    const { stderr } = await hyperv(`kvp set ${host.url} ${VM} k v --yes`);
    assert.match(stderr, /failed \(Exception, error code 32773\): a <b>disk<\/b> is full/);
  });

  it('a job that has vanished is finished, and its result is not known', async (t) => {
    const host = await quick(t, { jobs: { states: [4], vanishes: true } });
    const { code, stderr } = await hyperv(`kvp set ${host.url} ${VM} k v --yes`);
    assert.equal(code, 5);
    assert.match(stderr, /accepted and is finished, but its job is gone: the result is not known/);
  });

  it('a new job is waited for, which the agent takes for a failed one', async (t) => {
    const host = await quick(t, { jobs: { states: [2, 32768] } });
    assert.equal((await hyperv(`kvp set ${host.url} ${VM} k v --yes`)).code, 0);
  });

  it('a job that takes too long goes on, and the run ends as timed out', async (t) => {
    const host = await quick(t, { jobs: { states: [4, 4, 4, 4, 4, 4, 4, 4] } });
    const { code, stderr } = await hyperv(`kvp set ${host.url} ${VM} k v --yes --wait-timeout 0`);
    assert.equal(code, 124);
    assert.match(stderr, /is Running after 0 seconds; it goes on\.\nstackline hyperv job wait/);
    const id = [...host.world.jobs.keys()].at(-1);
    const shown = await hyperv(`job show ${host.url} ${id} -f json`);
    assert.equal((JSON.parse(shown.stdout) as { state: string }).state, 'Running');
  });

  it('job wait ends as the job does: well, failed, or too late; and says how far it is to a person', async (t) => {
    const begun = async (options: FakeOptions['jobs']) => {
      const host = await quick(t, { jobs: options ?? { states: [] } });
      assert.equal((await hyperv(`kvp set ${host.url} ${VM} k v --yes --wait-timeout 0`)).code, 124);
      return `job wait ${host.url} ${[...host.world.jobs.keys()].at(-1)}`;
    };
    const well = await hyperv(`${await begun({ states: [4, 4, 4, 7] })} -f json`, { isTTY: true });
    assert.equal(well.code, 0);
    const { state, percent } = JSON.parse(well.stdout) as Record<string, unknown>;
    assert.deepEqual([state, percent], ['Completed', 100]);
    assert.match(well.stderr, /^\r\x1b\[Kjob [\dA-F-]{36}: 50 %\r\x1b\[Kjob [\dA-F-]{36}: 100 %\r\x1b\[K$/);
    const failed = await hyperv(await begun({ states: [4, 4, 10], error: 'The disk is full.' }));
    assert.deepEqual([failed.code, failed.stdout], [1, '']);
    assert.match(failed.stderr, /failed \(Exception, error code 32773\): The disk is full\.\n/);
    const late = await hyperv(`${await begun({ states: [4, 5, 6, 4] })} --wait-timeout 0`);
    assert.equal(late.code, 124);
    assert.match(late.stderr, /is ShuttingDown after 0 seconds; it goes on/);
    const gone = await hyperv(await begun({ states: [4, 4], vanishes: true }));
    assert.equal(gone.code, 5);
    assert.match(gone.stderr, /is finished and its result is not known/);
  });

  it('job show and job wait of a job that is not there', async (t) => {
    const host = await quick(t);
    assert.equal((await hyperv(`job show ${host.url} nope`)).code, 1);
    assert.equal((await hyperv(`job wait ${host.url} nope`)).code, 5);
  });

  it('a method that is done at once has no job', async (t) => {
    const host = await quick(t, { jobs: { states: [] } });
    assert.equal((await hyperv(`kvp set ${host.url} ${VM} k v --yes`)).code, 0);
    assert.ok(!host.log.includes('Get'));
  });
});

describe('a change is sent once', () => {
  it('where the connection breaks it is not known whether it was made', async (t) => {
    const host = await quick(t, {
      spoil: (response, answer) => {
        if (!answer.text.includes('_OUTPUT')) return false;
        if (answer.text.includes('Summary')) return false;
        response.socket?.destroy();
        return true;
      },
    });
    const { code, stderr } = await hyperv(`kvp set ${host.url} ${VM} k v --yes`);
    assert.equal(code, 5, stderr);
    assert.deepEqual(
      host.log.filter((action) => /Kvp/.test(action)),
      ['AddKvpItems'],
    );
  });

  it('where somebody gives up waiting for it, it is not known either', async (t) => {
    const fault = (text: string): string => faultInstead(text, 'w:TimedOut', 'It took too long.');
    const service = await quick(t, { change: (text) => (text.includes('KvpItems_OUTPUT') ? fault(text) : text) });
    const one = await hyperv(`kvp set ${service.url} ${VM} k v --yes`);
    assert.equal(one.code, 5, one.stderr);
    assert.match(one.stderr, /It took too long \(TimedOut\); it is not known whether the change was made\./);
    const status = (code: number): FakeOptions => ({
      spoil: (response, { text }) => {
        if (!text.includes('KvpItems_OUTPUT')) return false;
        response.writeHead(code, { 'content-type': 'text/html' }).end('<html>');
        return true;
      },
    });
    for (const [code, exit] of [
      [502, 5],
      [504, 5],
      [503, 1],
      [413, 1],
    ] as const) {
      const proxy = await quick(t, status(code));
      assert.equal((await hyperv(`kvp set ${proxy.url} ${VM} k v --yes`)).code, exit, String(code));
    }
  });

  it('where the answer cannot be read it is not known either', async (t) => {
    const host = await quick(t, { change: (text) => (text.includes('KvpItems_OUTPUT') ? '<s:Envelope' : text) });
    const { code, stderr } = await hyperv(`kvp set ${host.url} ${VM} k v --yes`);
    assert.equal(code, 5, stderr);
  });
});
