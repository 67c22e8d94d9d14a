// Makes plain JavaScript of src/ and test/, once for all processes of a run: node_modules/.cache/tests has the same
// directories, with a source map beside each file (--enable-source-maps shows the lines of the .ts files).
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const compiled = join(root, 'node_modules', '.cache', 'tests');

/** The path of what a .ts file of ours was made into. */
export const compiledPath = (file) => join(compiled, relative(root, file)).replace(/\.ts$/, '.js');

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

/** Compiles what has changed, and takes away what has no source any more. */
export async function compile() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src', 'test'].flatMap((directory) => filesBelow(join(root, directory), '.ts')),
    outdir: compiled,
    outbase: root,
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    write: false,
    plugins: [ownPlace],
  });
  mkdirSync(compiled, { recursive: true });
  const left = new Set([...filesBelow(compiled, '.js'), ...filesBelow(compiled, '.map')]);
  for (const { path, contents } of outputFiles) {
    if (left.delete(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    // Put in place as a whole: another run may be reading it.
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  for (const path of left) rmSync(path);
}
