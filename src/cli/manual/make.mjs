// Makes man/, the manual pages, from what the program knows of its commands. They are made for the package, and are not
// kept. The date is that of the day, or of SOURCE_DATE_EPOCH, as for every build that is to be reproducible.
//   node src/cli/manual/make.mjs [DIRECTORY]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const directory = resolve(process.argv[2] ?? join(root, 'man'));
const cache = join(root, 'node_modules', '.cache', 'manual');
const file = join(root, 'package.json');
const about = JSON.parse(readFileSync(file, 'utf8'));
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
await build({
  entryPoints: sources.filter((name) => name.endsWith('.ts')).map((name) => join(root, 'src', name)),
  outdir: cache,
  outbase: join(root, 'src'),
  platform: 'node',
  format: 'esm',
  target: 'node20',
  define: { STACKLINE_VERSION: JSON.stringify(about.version) },
});
writeFileSync(join(cache, 'package.json'), '{ "type": "module" }\n');
const { pages } = await import(pathToFileURL(join(cache, 'cli', 'manual', 'pages.js')).href);
const seconds = Number(process.env.SOURCE_DATE_EPOCH);
const day = seconds > 0 ? new Date(seconds * 1000) : new Date();
const all = await pages(day.toISOString().slice(0, 10));

// npm installs those that package.json names.
const listed = all.map(({ name }) => `./man/${name}.1`);
if (JSON.stringify(about.man) !== JSON.stringify(listed)) {
  writeFileSync(file, `${JSON.stringify({ ...about, man: listed }, null, 2)}\n`);
  console.log('package.json names them now');
}
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
for (const { name, source } of all) writeFileSync(join(directory, `${name}.1`), source);
console.log(`${all.length} manual pages are in ${directory}`);
