/** Keystone is stopped, started and hung in the middle of a loop of commands. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Result, run } from '../processes.js';
import { fails, openLab, person, works } from './lab.js';

const script = fileURLToPath(new URL('../zed/keystone', import.meta.url));

async function keystone(what: 'stop' | 'start' | 'freeze' | 'thaw'): Promise<void> {
  const done = await run([script, what], {}, '/');
  assert.equal(done.code, 0, `${what}: ${done.stdout}${done.stderr}`);
}
// Whatever happens here, the cloud is as before.
after(() => keystone('start'));

const lab = await openLab();
const TABLE = /^\+-+\+[\s\S]*\| wiki +\|[\s\S]*\+\n$/;
/** Whose trouble it is: keystone's, or that of the compute service, which asks keystone. */
const TROUBLE = /ERROR \(\w+\): .*(127\.0\.0\.1:5000|HTTP 50\d)/;

/** Right, or failed with a sentence; nothing else. Which one it was. */
function judge(result: Result): 'right' | 'failed' {
  if (result.code === 0) {
    works(result, TABLE);
    return 'right';
  }
  fails(result, TROUBLE);
  return 'failed';
}

test('a loop of commands goes on through a restart: each is right, or fails with a sentence', async (t) => {
  const { env } = await lab.user(t, ['anne']);
  const kept = person(t, env);
  const lines = ['list', 'list --no-cache'];
  const tally = { right: 0, failed: 0 };
  const round = async (line: string) => {
    const outcome = judge(await kept(line));
    tally[outcome] += 1;
    return outcome;
  };
  for (const line of lines) assert.equal(await round(line), 'right', line);

  /** Commands one after the other, in two rows, for as long as something is done to keystone. */
  const meanwhile = async (change: Promise<void>) => {
    let isOver = false;
    const rows = lines.map(async (line) => {
      do await round(line);
      while (!isOver);
    });
    await change.finally(() => {
      isOver = true;
    });
    await Promise.all(rows);
  };
  for (let restart = 0; restart < 3; restart += 1) {
    await meanwhile(keystone('stop'));
    assert.equal(await round('list --no-cache'), 'failed');
    await round('list');
    await meanwhile(keystone('start'));
    for (const line of lines) assert.equal(await round(line), 'right', line);
  }
  console.log(
    `keystone stopped and started 3 times: ${tally.right} commands right, ${tally.failed} failed with a sentence`,
  );
});

test('while it is down', async (t) => {
  const { env } = await lab.user(t, ['anne']);
  const kept = person(t, env);
  works(await kept('list'), TABLE);
  await keystone('stop');
  t.after(() => keystone('start'));

  // The compute service has just been told by keystone who this is.
  works(await kept('list'), TABLE);
  fails(await person(t, env)('list'), /ERROR \(ConnectFailure\): .*http:\/\/127\.0\.0\.1:5000\/v3/);
  fails(await person(t, env)('list --retries 0'), /ERROR \(ConnectFailure\)/);
  const doctor = await person(t, env)('doctor');
  assert.equal(doctor.code, 1);
  assert.match(doctor.stdout, /^FAILED +connection .*ECONNREFUSED/m);
  assert.match(doctor.stdout, /a service that is down/);

  await keystone('start');
  works(await person(t, env)('list'), TABLE);
});

test('while it hangs: --timeout and --deadline end the wait', async (t) => {
  const { env } = await lab.user(t, ['anne']);
  const kept = person(t, env);
  works(await kept('list'), TABLE);
  await keystone('freeze');
  t.after(() => keystone('thaw'));
  works(await kept('list'), TABLE);
  fails(await person(t, env)('list --timeout 1'), /127\.0\.0\.1:5000/);
  fails(await person(t, env)('list --deadline 1'), /deadline|1 s/);
  await keystone('thaw');
  works(await person(t, env)('list'), TABLE);
});
