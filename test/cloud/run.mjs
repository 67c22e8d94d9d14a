// Brings both clouds up (installing them where they are not) and runs ours against the Python clients on them.
// Closes with `N passed, N failed`; a part that cannot be set up is a failure, and says why.
//   node test/cloud/run.mjs [FILE…]
import { readdirSync, statSync } from 'node:fs';
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
/** These change what is in the clouds, each only what it has made: nobody who lists everything runs beside them. */
const writes = (file) => /-(writes|boot|guests|moves|proxies|resources)\.test\.ts$/.test(file);
/** These have users and a region of their own, and clear away what another of them would have made. */
const isTrouble = (file) => resolve(root, file).startsWith(trouble);
const restarts = (file) => isTrouble(file) && /restarts/.test(file);
const largestFirst = (some) => [...some].sort((one, other) => sizeOf(other) - sizeOf(one));
const sizeOf = (file) => statSync(resolve(root, file)).size;

const counts = { passed: 0, failed: 0 };
/** Each part's files run so many at a time; the parts run side by side. */
async function run(...parts) {
  const running = parts.map(([concurrency, some]) =>
    some.length === 0
      ? { passed: 0, failed: 0 }
      : runTests(largestFirst(some), { env, concurrency, timeout: 30 * 60_000 }),
  );
  for (const { passed, failed } of await Promise.all(running)) {
    counts.passed += passed;
    counts.failed += failed;
  }
}
await run([3, files.filter((file) => !writes(file) && !isTrouble(file))]);
await run([2, files.filter(writes)], [1, files.filter((file) => isTrouble(file) && !restarts(file))]);
await run([1, files.filter(restarts)]);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
