/** Each test of the classic clients' functional suites that passes with the classic client passes with ours. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Env, program, run } from '../cloud/processes.js';
import { warmRunner } from '../cloud/warm-peers/warm.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const home = process.env.SUITES_HOME ?? '/var/cache/stackline-suites';

interface Suite {
  /** How many of its tests pass with the classic client at least: no suite vanishes. */
  readonly least: number;
  /** It changes or counts what everybody has: the classic client and ours in turn, not at once. */
  readonly isAlone?: true;
}

const suites: Readonly<Record<string, Suite>> = {
  keystone: { least: 16 },
  'nova-2.26': { least: 30 },
  'nova-readonly': { least: 23 },
  // What needs volumes with data fails with the classic client here, and is left out.
  'nova-rest': { least: 75 },
  'nova-alone': { least: 14, isAlone: true },
  'cinder-readonly': { least: 13 },
  glance: { least: 4 },
  neutron: { least: 17 },
};

/** Where ours is another on purpose, or not there yet: the end of the test's name, and why. */
const differences: Readonly<Record<string, string>> = {
  'functional.test_readonly_nova.SimpleReadOnlyNovaClientTest.test_admin_flavor_list':
    'wants Memory_MB: novaclient 18 calls the column Memory_MiB',
  'SimpleReadOnlyNeutronClientTest.test_neutron_help': 'wants net-create, port-delete and agent-update, which write',
};
const unused = new Set(Object.keys(differences));

interface Command {
  readonly argv: readonly string[];
  readonly rc: number;
  readonly out: string | null;
  readonly err: string | null;
}
type Line = { readonly test: string } & (Command | { readonly outcome: string; readonly detail: string });

const links = mkdtempSync(join(tmpdir(), 'stackline-suites-'));
const warm = join(links, 'warm');

/** What Python is started with in each of the suites (`run`, vars). */
const start: Env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', PYTHONWARNINGS: 'ignore', PYTHONPATH: '' };
/** Runs the classic clients for the suites (warm-client.py). */
const runPeer = warmRunner(start);
const peers = createServer({ allowHalfOpen: true }, (socket) => {
  let asked = '';
  socket.setEncoding('utf8').on('data', (text) => {
    asked += text;
  });
  socket.on('end', async () => {
    const { argv, env, cwd } = JSON.parse(asked);
    socket.end(JSON.stringify(await runPeer(argv, env, cwd)));
  });
}).listen(warm);

/** How each test of a suite went with the programs of a directory (`peer`: the classic client), and what it ran. */
async function play(suite: string, clients: string, label: string) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, SUITES_HOME: home, SUITES_WARM: warm };
  const ran = await run(['bash', join(here, 'run'), suite, clients], env, here);
  // 1: some failed. Anything else, and nothing was run.
  assert.ok(
    ran.code === 0 || ran.code === 1,
    `${suite} with ${clients}: exit code ${ran.code}\n${ran.stdout}${ran.stderr}`,
  );
  const lines = readFileSync(join(home, 'logs', `${suite}.${label}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const outcomes = new Map<string, string>();
  const last = new Map<string, Command>();
  for (const line of lines.map((text): Line => JSON.parse(text))) {
    if ('outcome' in line) outcomes.set(line.test, line.outcome === 'ok' ? 'ok' : `${line.outcome}: ${line.detail}`);
    else last.set(line.test, line);
  }
  return { outcomes, last };
}

const ours = join(links, 'ours');
mkdirSync(ours);
const made = await run([...program, 'links', 'install', ours], { PATH: process.env.PATH, HOME: links }, links);
assert.equal(made.code, 0, made.stderr);

const played = [];
for (const [suite, { least, isAlone }] of Object.entries(suites)) {
  const first = play(suite, 'peer', 'peer');
  if (isAlone) await first;
  const mine = await play(suite, ours, 'ours');
  played.push({ suite, least, peer: await first, mine });
}
peers.close();
rmSync(links, { recursive: true });

for (const { suite, least, peer, mine } of played) {
  const passing = [...peer.outcomes].filter(([, outcome]) => outcome === 'ok').map(([name]) => name);
  test(`${suite}: the classic client passes`, () => {
    assert.ok(passing.length >= least, `${passing.length} of ${peer.outcomes.size} pass, ${least} did`);
  });
  for (const name of passing) {
    const [known] = [...unused].filter((end) => name.endsWith(end));
    if (known !== undefined) unused.delete(known);
    test(`${suite}: ${name.split('.').at(-1)}${known === undefined ? '' : ` (${differences[known]})`}`, () => {
      const outcome = mine.outcomes.get(name) ?? 'not run';
      const { argv = [], rc, out, err } = mine.last.get(name) ?? {};
      const said = `${outcome}\n$ ${argv.join(' ')}\n${out ?? ''}${err ?? ''}exit code ${rc}`;
      if (known === undefined) assert.equal(outcome, 'ok', said);
      else assert.notEqual(outcome, 'ok', 'passes now: take it from the list of differences');
    });
  }
}

test('each stated difference is one of a test that was run', () => {
  assert.deepEqual([...unused], []);
});
