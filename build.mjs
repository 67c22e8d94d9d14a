// Installs what is needed for it when that is not there, then makes dist/: stackline.cjs, the program, and its parts.
//   node build.mjs [--install-only] [--quiet]
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applets, commandFiles } from './src/commands/files.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');

// Reached by `import()` and needed by nearly every run: they are in the program itself, and begin to run when they are
// first imported. Every other `import()` leads to a part, a file that only those runs read that need it.
const alwaysNeeded = [
  'src/app/run-command.ts',
  'src/commands/nova/index.ts',
  'src/commands/stackline/index.ts',
  'src/http/http-transport.ts',
  'src/output/index.ts',
  'src/output/table.ts',
  'src/storage/tls-tickets.ts',
  'src/storage/token-files.ts',
];

/** Parts share what is in them, so each is a part of its own. */
const sharedByParts =
  /^src\/(lib\/python\/textwrap|lib\/xml|app\/dry-run|selection\/parse|http\/undici|output\/metrics|selection\/compare|hyperv\/wsman\/fault|sandbox\/(call|ids)|commands\/shared\/(total-line|server-part-looks))\.ts$/;

// All that is replaced of packages, of commander only: node:child_process, for subcommands that are programs (14 million
// instructions; an empty Node takes 78), node:process (1 million), and its help and its guesses, which nobody asks it for
// (0.4 million, and 3 where nothing is compiled yet).
const lightly = {
  'node:child_process': "module.exports = new Proxy({}, { get: (_, name) => require('node:child_process')[name] });",
  'node:process': 'module.exports = process;',
  './help.js': 'module.exports = { Help: class {}, stripColor: (text) => text };',
  './suggestSimilar': "module.exports = { suggestSimilar: () => '' };",
};
export const lightCommander = {
  name: 'light-commander',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:|\.)/ }, ({ path: typed, importer }) => {
      const path = typed.replace('/lib/', '/');
      return /[\\/]commander[\\/]/.test(importer) && lightly[path] ? { path, namespace: 'light' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'light' }, ({ path }) => ({ contents: lightly[path] }));
  },
};

/** `npm ci`, but only when the lock file changed since the last time: the second run needs no network. */
function install() {
  const stamp = join(root, 'node_modules', '.stackline-lock');
  const lock = hash('sha256', readFileSync(join(root, 'package-lock.json')));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('installing the packages that the build needs (once)…');
  if (spawnSync('npm ci --loglevel=error', { cwd: root, shell: true, stdio: ['ignore', 2, 2] }).status !== 0) {
    console.error('npm ci failed: a package registry must be reachable the first time.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** Where a source goes: `src/output/csv.ts` to `output/csv.cjs` in dist/; and the way from there up to dist/. */
const fileOf = (source) => source.replace(/^src\//, '').replace(/\.ts$/, '.cjs');
const toDist = (source) => '../'.repeat(fileOf(source).split('/').length - 1) || './';

/**
 * Divides the sources into the program and its parts. What a part imports of the program stays there, so that it is
 * there once; everything else that a part imports is in the part.
 * @param up the way from what is built to dist/
 * @param parts the sources of parts: those that are met are added
 * @param inside for the program: the sources that are in it even where they are reached by `import()`
 * @param program what its modules export, by their sources; and, for parts, which of them were asked for
 */
const divide = ({ up = './', parts, inside = [], program }) => ({
  name: 'divide',
  setup({ onResolve, onLoad }) {
    // Whatever is ours is resolved here, not by esbuild: it would see that package.json says "module", and then take all
    // that a part exports for its default export.
    onResolve({ filter: /^(\.\.?|src)\// }, ({ path, kind, resolveDir, namespace }) => {
      if (namespace === 'program' || resolveDir.includes('node_modules')) return undefined;
      const source = relative(root, join(resolveDir, path)).replaceAll('\\', '/').replace(/\.js$/, '.ts');
      if (program?.asked && program.exports.has(source)) return { path: source, namespace: 'program' };
      const isPart = sharedByParts.test(source) || (kind === 'dynamic-import' && !inside.includes(source));
      if (kind === 'entry-point' || !isPart) return { path: join(root, source) };
      parts.add(source);
      return { path: up + fileOf(source), external: true };
    });
    onResolve({ filter: /\/stackline\.cjs$/, namespace: 'program' }, ({ path }) => ({ path, external: true }));
    // An object of a module's exports is made when a part asks for it, by what exports nothing itself: each export costs.
    onResolve({ filter: /^exports of / }, ({ path }) => ({ path: path.slice(11), namespace: 'exports' }));
    onLoad({ filter: /.*/, namespace: 'exports' }, ({ path }) => {
      if (path === 'parts') return { contents: 'export const made = {};' };
      const members = program.exports.get(path).map((name) => `${name}: all.${name}`);
      const contents = `import * as all from './${path}'; import { made } from 'exports of parts'; made['${path}'] = { ${members} };`;
      return { contents, resolveDir: root };
    });
    onLoad({ filter: /.*/, namespace: 'program' }, ({ path }) => {
      program.asked.add(path);
      const names = program.exports.get(path).map((name) => `export const ${name} = all.${name};`);
      const all = `import { moduleOf } from '${up}stackline.cjs'; const all = moduleOf('${path}');\n`;
      return { contents: all + names.join('\n').replace('const default =', 'default') };
    });
  },
});

async function build() {
  const esbuild = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const options = {
    absWorkingDir: root,
    outdir: 'dist',
    outbase: 'src',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'ascii', // the loader relies on it
    minify: true,
    // Everything by require(): Node's import() costs as much as half of a run.
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    metafile: true,
    write: false,
    define: { STACKLINE_VERSION: JSON.stringify(version), STACKLINE_COMMANDS: '"./commands/*.cjs"' },
  };
  // No `import()` names the commands: the program loads one by its path.
  const parts = new Set(
    applets.flatMap((applet) => commandFiles(applet).map((name) => `src/commands/${applet}/${name}.ts`)),
  );
  const bundle = (what, division) =>
    esbuild.build({ ...options, ...what, plugins: [divide({ parts, ...division }), lightCommander] });
  const program = (inside, modules, exports) => {
    const contents = `
      import { realHost } from './src/host/process.js';
      import { main } from './src/main.js';
      import { made } from 'exports of parts';
      /** The modules of the program, for its parts. */
      export function moduleOf(source) {
        switch (source) { ${modules.map((one) => `case '${one}': require('exports of ${one}'); break;`).join('\n')} }
        return made[source];
      }
      const host = realHost(); main(host).then(host.exit);`;
    const stdin = { contents, sourcefile: 'stackline.ts', resolveDir: root };
    return bundle({ stdin }, { inside, program: { exports } });
  };

  const { inputs } = (await program(alwaysNeeded, [])).metafile;
  const sources = Object.keys(inputs).filter((input) => input.startsWith('src/'));
  for (const source of alwaysNeeded) if (!sources.includes(source)) throw new Error(`nothing imports ${source}`);
  for (const source of sources) parts.delete(source);
  const { metafile } = await esbuild.build({ ...options, bundle: false, format: 'esm', entryPoints: sources });
  const exports = new Map(Object.values(metafile.outputs).map((output) => [output.entryPoint, output.exports]));

  const [results, asked, done] = [[], new Set(['src/storage/directories.ts']), new Set()];
  // Parts may lead to more parts. Those that are built together lie equally deep in dist/.
  for (let next = [...parts]; next.length > 0; next = [...parts].filter((source) => !done.has(source))) {
    const up = toDist(next[0]);
    const entryPoints = next.filter((source) => toDist(source) === up);
    results.push(await bundle({ entryPoints }, { up, program: { exports, asked } }));
    for (const source of entryPoints) done.add(source);
  }
  results.push(await program(sources, [...asked].sort(), exports));

  const outputs = results.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const files = results.flatMap(({ outputFiles }) => outputFiles);
  const texts = new Map(files.map(({ path, text }) => [relative(dist, path).replace('stdin', 'stackline'), text]));
  texts.set('LICENSES.txt', licences(outputs.flatMap(({ inputs }) => Object.keys(inputs))));
  for (const [name, text] of texts) put(join(dist, name), text);
  // What earlier builds made and this one did not.
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.cjs') && !texts.has(name)) rmSync(join(dist, name));
  // test/bench/gate.mjs names the files that have grown.
  put(join(root, 'node_modules', '.cache', 'stackline-outputs.json'), JSON.stringify(outputs));
  const size = outputs.reduce((sum, { bytes }) => sum + bytes, 0) >> 10;
  if (!process.argv.includes('--quiet')) console.log(`dist/: stackline.cjs, ${parts.size} parts, ${size} KiB`);
}

/** As a whole, and only where it differs: commands may be running meanwhile. */
function put(path, content) {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}

/** The licence of every package that ended up in dist/, as its own text asks. */
function licences(inputs) {
  const packages = inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []);
  const texts = [...new Set(packages)].sort().map((path) => {
    const about = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, path)).find((entry) => /^licen[cs]e/i.test(entry));
    // A package that comes without its text: it stands in the repository of the package.
    const text = file === undefined ? join('src', 'licences', `${about.name}.txt`) : join(path, file);
    return `${about.name} ${about.version} (${about.license})\n\n${readFileSync(join(root, text), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

install();
if (!process.argv.includes('--install-only')) await build();
