// Installs what the build needs when it is not there, then makes dist/stackline.cjs: one file, no run-time dependencies.
//   node build.mjs [--install-only] [--quiet]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const say = (line) => flags.has('--quiet') || console.log(line);

/** `npm ci`, but only when the lock file changed since the last time: the second run needs no network. */
function install() {
  const stamp = join(root, 'node_modules', '.stackline-lock');
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('installing the packages that the build needs (once)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    console.error('npm ci failed: a package registry must be reachable the first time.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** Written only when it differs, so that a running command never reads half a file for nothing. */
function writeIfChanged(path, content) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return false;
  writeFileSync(path, content);
  return true;
}

/** The licence of every package that ended up in the bundle, as its own text asks. */
function licences(metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(input.slice(0, input.lastIndexOf(`node_modules/${found[1]}/`)) + `node_modules/${found[1]}`);
  }
  const parts = [...packages].sort().map((path) => {
    const about = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license.md', 'LICENSE-MIT']
      .map((name) => join(root, path, name))
      .find(existsSync);
    if (file === undefined) throw new Error(`${path} has no licence text`);
    return `${about.name} ${about.version} (${about.license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
  });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function build() {
  const { build: esbuild } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const result = await esbuild({
    absWorkingDir: root,
    stdin: {
      contents: "export { main } from './src/main.js';\nexport { realHost } from './src/host.js';\n",
      resolveDir: root,
      sourcefile: 'entry.ts',
      loader: 'ts',
    },
    outfile: 'dist/stackline.cjs',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'ascii',
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    define: { STACKLINE_VERSION: JSON.stringify(version) },
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const file of result.outputFiles) writeIfChanged(file.path, file.contents);
  writeIfChanged(join(root, 'dist', 'LICENSES.txt'), licences(result.metafile));
  const bytes = Object.values(result.metafile.outputs)[0].bytes;
  say(`dist/stackline.cjs ${version}, ${Math.round(bytes / 1024)} KiB`);
  return result.metafile;
}

install();
if (!flags.has('--install-only')) await build();
