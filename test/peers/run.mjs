// Real Python clients against the embedded cloud, served over HTTP by a process of its own. Installs the clients where
// they are not. Closes with `N passed, N failed`; what cannot be set up is a failure, and says why.
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSteps } from '../cloud/steps.mjs';
import { runTests } from '../run.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const env = runSteps(root, [[process.execPath, 'build.mjs', '--quiet'], [join(here, 'install')]]);
const files = readdirSync(here).filter((file) => file.endsWith('.test.ts'));
const { passed, failed } = await runTests(
  files.map((file) => relative(root, join(here, file))),
  { env },
);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
