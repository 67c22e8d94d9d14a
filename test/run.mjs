// Runs the tests that need no server, or the test files that are named, and closes with `N passed, N failed`.
//   node test/run.mjs [--quick] [--bundled] [--deep] [FILE…]
// --quick: only those that run in one process; they neither start the program nor take long.
// --bundled: the same, with the sources bundled as they are in the program.
// --deep: all cases, not a tenth of them, with a seed of its own, and those of many processes.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile, compiled, compiledPath } from './compile.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** These need servers or peers, and have runners of their own. */
const elsewhere = new Set(['cloud', 'peers', 'suites']);

function* testFiles(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!(directory === join(root, 'test') && elsewhere.has(entry.name))) yield* testFiles(path);
    } else if (entry.name.endsWith('.test.ts')) yield relative(root, path);
  }
}

/** These start the built program, or take long: beside the process of all others. */
const isApart = (file) => /^test.(faults|program)./.test(file);

/** One file that imports many, so that they run in one process, which costs half a second by itself. */
function together(name, files, of) {
  const imports = files.map(
    (file) => `import ${JSON.stringify(pathToFileURL(compiledPath(resolve(root, file), of)).href)};`,
  );
  const path = join(compiled(of), `${name}.mjs`);
  // Put in place as a whole: a copy of this directory may share its files.
  writeFileSync(`${path}.${process.pid}`, `${imports.join('\n')}\n`);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}

/**
 * Runs test files under node:test, each in a process of its own; `timeout` is in milliseconds, for each file.
 * @param {string[]} files .ts files, relative to the project
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runTests(files, { env = process.env, concurrency, timeout = 900_000 } = {}) {
  await compile();
  return runCompiled(
    files.map((file) => compiledPath(resolve(root, file))),
    { env, concurrency, timeout },
  );
}

function runCompiled(files, { env, concurrency = 2, timeout = 900_000 }) {
  const args = [
    '--enable-source-maps',
    // What one command leaves behind is gone before it is taken for something that stays.
    '--max-semi-space-size=32',
    `--test-concurrency=${concurrency}`,
    '--test',
    // A loop without end fails its file instead of holding everybody up.
    `--test-timeout=${timeout}`,
    `--test-reporter=${join(root, 'test', 'reporter.mjs')}`,
    ...files,
  ];
  return counted(process.execPath, args, env);
}

/**
 * Runs a program that closes with `N passed, N failed`, and shows what it prints; without that line, one has failed.
 * @returns {Promise<{passed: number, failed: number}>}
 */
export function counted(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let last = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      process.stdout.write(chunk);
      last = (last + chunk).slice(-200);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(last) ?? [];
      if (passed === undefined) console.log(`${args[0]} ended with code ${code} and no count`);
      resolve({ passed: Number(passed ?? 0), failed: Number(failed ?? 1) });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const named = words.filter((word) => !word.startsWith('--'));
  // Some machines set these for every process; they change how long a command takes and what it trusts.
  const { NODE_EXTRA_CA_CERTS: _ca, NODE_OPTIONS: _options, ...env } = process.env;
  if (words.includes('--deep')) {
    env.TEST_DEEP = '1';
    env.TEST_SEED ??= String(randomInt(2 ** 31));
    console.log(`TEST_SEED=${env.TEST_SEED}`);
  }
  const run = async () => {
    if (named.length > 0) return runTests(named, { env });
    const of = words.includes('--bundled') ? 'bundled' : 'plain';
    await compile(of);
    const all = [...testFiles(join(root, 'test'))].sort();
    const shared = together(
      'in-one-process',
      all.filter((file) => !isApart(file)),
      of,
    );
    const apart = words.includes('--quick') || of === 'bundled' ? [] : all.filter(isApart);
    // Where all cases are wanted, each file of these is long enough for a process of its own.
    const beside = words.includes('--deep')
      ? apart.map((file) => compiledPath(join(root, file)))
      : ['faults', 'program'].flatMap((name) => {
          const files = apart.filter((file) => file.startsWith(join('test', name)));
          return files.length === 0 ? [] : [together(name, files, of)];
        });
    // Some of them wait more than they compute.
    return runCompiled([shared, ...beside], { env, concurrency: 3 });
  };
  const { passed, failed } = await run();
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
