// Brings both clouds up (installing them where they are not) and runs ours against the Python clients on them.
// Closes with `N passed, N failed`; a part that cannot be set up is a failure, and says why.
//   node test/cloud/run.mjs [FILE…]
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '../run.mjs';
import { runSteps } from './steps.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const env = {
  ...runSteps(root, [
    [process.execPath, 'build.mjs', '--quiet'],
    [join(here, 'zed', 'install')],
    [join(here, 'zed', 'up')],
    [join(here, 'pike', 'install')],
    [join(here, 'pike', 'up'), '--with-nova'],
  ]),
  // Every case, always: test/figures.md says how many.
  TEST_DEEP: '1',
};
const testsIn = (directory) =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => relative(root, join(directory, file)));
const trouble = join(here, 'trouble');
const named = process.argv.slice(2);
const files = named.length > 0 ? named : [...testsIn(here), ...testsIn(trouble)];
/** These stop servers and change what is in them: one after the other, when nobody else needs the clouds any more. */
const isAlone = (file) =>
  resolve(root, file).startsWith(trouble) || /-(writes|boot|guests|moves|proxies|resources)\.test\.ts$/.test(file);
const counts = { passed: 0, failed: 0 };
for (const [some, concurrency] of [
  [files.filter((file) => !isAlone(file)), 2],
  [files.filter(isAlone), 1],
]) {
  if (some.length === 0) continue;
  const { passed, failed } = await runTests(some, { env, concurrency, timeout: 30 * 60_000 });
  counts.passed += passed;
  counts.failed += failed;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
