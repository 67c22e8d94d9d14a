// Runs the tests that need no server, or the test files that are named, and closes with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** These need servers or peers, and have runners of their own. */
const elsewhere = new Set(['cloud', 'peers']);

function* testFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!(folder === join(root, 'test') && elsewhere.has(entry.name))) yield* testFiles(path);
    } else if (entry.name.endsWith('.test.ts')) yield relative(root, path);
  }
}

/**
 * Runs test files under node:test, each in a process of its own; `timeout` is in milliseconds, for each file.
 * @returns {Promise<{passed: number, failed: number}>}
 */
export function runTests(files, { env = process.env, concurrency, timeout = 300_000 } = {}) {
  const args = [
    '--import',
    'tsx',
    ...(concurrency === undefined ? [] : [`--test-concurrency=${concurrency}`]),
    '--test',
    // A loop without end fails its file instead of holding everybody up.
    `--test-timeout=${timeout}`,
    `--test-reporter=${join(root, 'test', 'reporter.mjs')}`,
    ...files,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let last = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      process.stdout.write(chunk);
      last = (last + chunk).slice(-200);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const counts = /(\d+) passed, (\d+) failed\s*$/.exec(last);
      if (counts === null) return reject(new Error(`the test runner ended with code ${code} and no count`));
      resolve({ passed: Number(counts[1]), failed: Number(counts[2]) });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  const files = named.length > 0 ? named : [...testFiles(join(root, 'test'))].sort();
  // Some machines set these for every process; they change how long a command takes and what it trusts.
  const { NODE_EXTRA_CA_CERTS: _ca, NODE_OPTIONS: _options, ...env } = process.env;
  const { passed, failed } = await runTests(files, { env });
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
