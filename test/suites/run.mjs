// The classic clients' own functional suites, as their packages carry them, with our links as the programs: whatever
// passes with the classic client on this cloud passes with ours. Brings both clouds up where they are not.
// Closes with `N passed, N failed`; what cannot be set up is a failure, and says why.
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSteps } from '../cloud/steps.mjs';
import { runTests } from '../run.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const cloud = join(root, 'test', 'cloud');
const env = runSteps(root, [
  [process.execPath, 'build.mjs', '--quiet'],
  [join(cloud, 'zed', 'install')],
  [join(cloud, 'zed', 'up')],
  [join(cloud, 'pike', 'install')],
  [join(cloud, 'pike', 'up'), '--with-nova'],
]);
// Eight suites, each played twice in one file; a busy machine takes its time, and each test of a suite has its own limit.
const timeout = 2_700_000;
const { passed, failed } = await runTests([relative(root, join(here, 'suites.test.ts'))], { env, timeout });
process.exit(failed > 0 || passed === 0 ? 1 : 0);
