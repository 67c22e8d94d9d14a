// Brings both clouds up (installing them where they are not) and runs ours against the Python clients on them.
// Closes with `N passed, N failed`; a part that cannot be set up is a failure, and says why.
//   node test/cloud/run.mjs [FILE…]
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '../run.mjs';
import { runSteps } from './steps.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const env = runSteps(root, [
  [process.execPath, 'build.mjs', '--quiet'],
  [join(here, 'zed', 'install')],
  [join(here, 'zed', 'up')],
  [join(here, 'pike', 'install')],
  [join(here, 'pike', 'up'), '--with-nova'],
]);
const all = readdirSync(here).filter((file) => file.endsWith('.test.ts'));
const named = process.argv.slice(2);
const files = named.length > 0 ? named : all.sort().map((file) => relative(root, join(here, file)));
const { passed, failed } = await runTests(files, { env, concurrency: 2, timeout: 30 * 60_000 });
process.exit(failed > 0 || passed === 0 ? 1 : 0);
