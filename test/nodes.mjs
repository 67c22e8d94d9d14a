// Runs the tests, and then the gate, under each Node that is supported, and closes with `N passed, N failed`. The binaries
// are npm packages, got once into node_modules/.cache.
//   node test/nodes.mjs [--no-gate | --gate] [MAJOR…]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { counted } from './run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const wanted = words.filter((word) => /^\d+$/.test(word));
const versions = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };
const majors = wanted.length > 0 ? wanted : Object.keys(versions);

/** The path of a Node of that major version: the one that runs this, or that of the npm package for this machine. */
function binary(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const directory = join(root, 'node_modules', '.cache', `node-${versions[major]}`);
  const path = join(directory, 'node_modules', name, 'bin', 'node');
  if (existsSync(path)) return path;
  mkdirSync(directory, { recursive: true });
  const { status } = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      directory,
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      `${name}@${versions[major]}`,
    ],
    { stdio: ['ignore', 2, 2] },
  );
  if (status !== 0 || !existsSync(path)) throw new Error(`npm has no ${name}@${versions[major]} for us`);
  return path;
}

const { NODE_EXTRA_CA_CERTS: _ca, NODE_OPTIONS: _options, ...rest } = process.env;
const total = { passed: 0, failed: 0 };
async function run(major, script) {
  const node = binary(major);
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  console.log(`\nnode ${stdout.trim()}: ${script}`);
  // Tests that start `node` themselves get the same one.
  const { passed, failed } = await counted(node, [script], { ...rest, PATH: `${dirname(node)}:${rest.PATH}` });
  total.passed += passed;
  total.failed += failed;
}
if (!words.includes('--gate')) for (const major of majors) await run(major, 'test/run.mjs');
// A count of instructions is the same beside another one.
if (!words.includes('--no-gate')) await Promise.all(majors.map((major) => run(major, 'test/bench/gate.mjs')));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
