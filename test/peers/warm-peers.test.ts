/** A Python client that is kept ready prints and ends as one does that has just started, whatever it is given. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as clouds from '../cloud/clouds.js';
import { type Env, homely, type Result, run, withDirectory } from '../cloud/processes.js';
import { runWarm } from '../cloud/warm-peers/warm.js';

const login: Env = { OS_AUTH_URL: 'http://127.0.0.1:1/v3', OS_USERNAME: 'a', OS_PASSWORD: 'b', OS_PROJECT_NAME: 'c' };
const { nova18, nova217, nova2100, nova712, keystone232, glance41, neutron81, swift41, cinder91, quantum22 } = clouds;
const peers = [nova18, nova217, nova2100, nova712, keystone232, glance41, neutron81, swift41, cinder91, quantum22];

/** Without where things lie in memory. */
const plain = (result: Result): string => JSON.stringify(result).replaceAll(/ at 0x[0-9a-f]+/g, '');

for (const { name, command } of peers) {
  test(name, async () => {
    await withDirectory(async (directory) => {
      for (const [words, env] of [
        [['--help'], {}],
        [['--version'], { COLUMNS: '60' }],
        [['list'], {}],
        [['list'], login],
        [['help', 'nonsense'], login],
        [['--nonsense', 'ä'], { OS_REGION_NAME: 'ü' }],
      ] as const) {
        const argv = [...command, ...words];
        // Where the second one finds what the first one has remembered, both would not start alike.
        const cold = await run(argv, homely(env, join(directory, 'cold')), directory);
        const warm = await runWarm(argv, homely(env, join(directory, 'warm')), directory);
        assert.equal(plain(warm), plain(cold), words.join(' '));
      }
    });
  });
}

/** Runs lines of Python as a client, both ways. */
async function both(source: string, env: Env = {}, input?: string, words: readonly string[] = []): Promise<string> {
  return withDirectory(async (directory) => {
    const script = join(directory, 'client');
    writeFileSync(script, `#!/usr/bin/python3\n${source}\n`, { mode: 0o755 });
    const [cold, warm] = await Promise.all(
      [run, runWarm].map((start) => start([script, ...words], homely(env, directory), directory, input)),
    );
    assert.deepEqual(warm, cold);
    return warm?.stdout ?? '';
  });
}

test('what is given to a run is what it gets', async () => {
  const facts =
    'import os, sys\nprint(sys.argv[1:], os.getcwd(), sorted(os.environ.items()), sys.stdin.encoding, sys.stdout.errors, ' +
    'sys.path, sys.flags, os.getsid(0) == os.getpid(), sys.stdin.read(), __name__, __file__, os.path.exists("/dev/fd/7"))';
  const said = await both(facts, { ONE: 'ä', TZ: 'UTC' }, 'typed', ['a', 'b c', '']);
  assert.match(said, /^\['a', 'b c', ''\].*'ONE', 'ä'.*typed/);
});

test('an error that nobody catches, an exit code, a signal, and what is said before', async () => {
  await both('def f():\n  raise ValueError("no")\nf()');
  await both('import sys\nprint("said")\nsys.exit(7)');
  await both('import sys\nsys.exit("a sentence")');
  await both('import os, sys\nsys.stderr.write("said")\nsys.stderr.flush()\nos.kill(os.getpid(), 9)');
  await both('import sys\nsys.stdout.write("x" * 1000000)\nsys.exit(3)');
});

test('a variable that decides something while a client is imported decides it in each run', async () => {
  await withDirectory(async (directory) => {
    writeFileSync(join(directory, 'module.py'), 'import os\nfound = os.environ.get("FOUND")\n');
    const script = join(directory, 'client');
    writeFileSync(script, '#!/usr/bin/python3\nimport module\nprint(module.found)\n', { mode: 0o755 });
    for (const FOUND of [undefined, 'one', 'two']) {
      const { stdout } = await runWarm([script], homely({ FOUND }, directory), directory);
      assert.equal(stdout, `${FOUND ?? 'None'}\n`);
    }
  });
});
