// Brings both clouds up (installing them where they are not) and runs ours against the Python clients on them.
// Closes with `N passed, N failed`; a part that cannot be set up is a failure, and says why.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '../run.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
// Some machines set these for every process; they change how long a command takes and what it trusts.
const { NODE_EXTRA_CA_CERTS: _ca, NODE_OPTIONS: _options, ...env } = process.env;

/** What has to be there before the first case; each step does nothing when it has been done. */
const steps = [
  [process.execPath, 'build.mjs', '--quiet'],
  [join(here, 'zed', 'install')],
  [join(here, 'zed', 'up')],
  [join(here, 'pike', 'install')],
  [join(here, 'pike', 'up'), '--with-nova'],
];

function setUp() {
  for (const [file, ...args] of steps) {
    const name = [relative(root, file), ...args].join(' ');
    const began = Date.now();
    // The build asks for the project's own packages, which needs the machine's settings.
    const done = spawnSync(file, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const seconds = Math.round((Date.now() - began) / 1000);
    if (done.status !== 0) {
      const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trimEnd().split('\n').slice(-40).join('\n');
      throw new Error(`${name} failed (${done.error?.message ?? `exit code ${done.status ?? done.signal}`})\n${said}`);
    }
    console.log(`${name}: ${seconds} s`);
  }
}

try {
  setUp();
} catch (error) {
  console.log(`The test clouds cannot be set up: ${error.message}\n\n0 passed, 1 failed`);
  process.exit(1);
}

const named = process.argv.slice(2);
const all = readdirSync(here)
  .filter((file) => file.endsWith('.test.ts'))
  .sort();
const files = named.length > 0 ? named : all.map((file) => relative(root, join(here, file)));
const { passed, failed } = await runTests(files, { env, concurrency: 2 });
process.exit(failed > 0 || passed === 0 ? 1 : 0);
