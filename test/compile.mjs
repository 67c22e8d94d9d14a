// Makes plain JavaScript of src/ and test/, once for all processes of a run: node_modules/.cache/tests-plain has the
// same directories, with a source map beside each file (--enable-source-maps shows the lines of the .ts files).
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Where compiled files lie: of the sources as they are, or bundled. */
export const compiled = (of = 'plain') => join(root, 'node_modules', '.cache', `tests-${of}`);

/** The path of what a .ts file of ours is made into. */
export const compiledPath = (file, of) => join(compiled(of), relative(root, file)).replace(/\.ts$/, '.js');

const filesBelow = (directory, ending) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(directory, name));

/** A test's fixtures lie beside its source: `import.meta.url` stays the source's. `import.meta.resolve` is the compiled file's. */
const ownPlace = {
  name: 'own-place',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

const options = {
  absWorkingDir: root,
  outbase: root,
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  write: false,
};

/** The files of a directory as they are, each on its own. */
const plain = (directories) => ({
  ...options,
  entryPoints: directories.flatMap((directory) => filesBelow(join(root, directory), '.ts')),
  plugins: [ownPlace],
});

/** The sources with their packages, as the build makes them for the program, but each file where a test can import it. */
const bundled = async () => ({
  ...options,
  entryPoints: filesBelow(join(root, 'src'), '.ts'),
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  sourcemap: false,
  define: {
    STACKLINE_VERSION: '"0.0.0-bundled"',
    STACKLINE_COMMANDS: JSON.stringify(pathToFileURL(join(compiled('bundled'), 'src', 'commands', '*.js')).href),
  },
  banner: {
    js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);",
  },
  // To import the build is to build.
  plugins: [(await import('../build.mjs')).lightCommander],
});

/**
 * Compiles what has changed, and takes away what has no source any more.
 * @param of `bundled` makes of src/ what the build makes of it
 */
export async function compile(of = 'plain') {
  const directory = compiled(of);
  const jobs = of === 'plain' ? [plain(['src', 'test'])] : [await bundled(), plain(['test'])];
  const results = await Promise.all(jobs.map((job) => build({ ...job, outdir: directory })));
  mkdirSync(directory, { recursive: true });
  const left = new Set([...filesBelow(directory, '.js'), ...filesBelow(directory, '.map')]);
  for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles)) {
    if (left.delete(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    // Put in place as a whole: another run may be reading it.
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  for (const path of left) rmSync(path);
}
