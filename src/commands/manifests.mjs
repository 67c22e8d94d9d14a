// Makes the manifest.ts of each applet, the list of its commands, from what each command says of itself in `about`.
//   node src/commands/manifests.mjs [--check]     --check changes nothing, and fails where a list is not what it would be
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = dirname(fileURLToPath(import.meta.url));

export const applets = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'index.ts')));

/** The files of an applet's commands without `.ts`, in alphabetical order. */
export const commandFiles = (applet) =>
  readdirSync(join(directory, applet))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file !== 'manifest.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

/** The `about` of each command: the commands are bundled, and imported from memory. */
async function abouts(applet) {
  const { build } = await import('esbuild');
  const files = commandFiles(applet);
  const contents = files.map((file, at) => `export { about as about${at} } from './${file}.js';`).join('\n');
  const stdin = { contents, resolveDir: join(directory, applet) };
  const { outputFiles } = await build({ stdin, bundle: true, platform: 'node', format: 'esm', write: false });
  const all = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return files.map((file, at) => [file, all[`about${at}`]]);
}

/** @throws Error for an `about` that the list, or the name of the file, cannot say */
function linesOf([file, { name = file, summary, aliases = [], hidden = false, ...unknown }]) {
  if (Object.keys(unknown).length > 0) throw new Error(`${file}.ts: about.${Object.keys(unknown)[0]} means nothing`);
  if (name.replaceAll(' ', '-') !== file) throw new Error(`${file}.ts: about.name is '${name}', not the file's name`);
  if (!/^[A-Z][^\n]*\.$/.test(summary)) throw new Error(`${file}.ts: about.summary is no sentence: '${summary}'`);
  return [`${name}: ${hidden ? '(hidden) ' : ''}${summary}`, ...aliases.map((alias) => `${alias} = ${name}`)];
}

// The build imports this file for its lists.
const isProgram = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
for (const applet of isProgram ? applets : []) {
  const lines = (await abouts(applet)).flatMap(linesOf).map((line) => line.replace(/[\\`$]/g, '\\$&'));
  const head = '// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.';
  const text = [head, 'export default `', ...lines, '`;', ''].join('\n');
  const path = join(directory, applet, 'manifest.ts');
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the commands say of themselves: npm run manifest`);
    process.exitCode = 1;
  } else writeFileSync(path, text);
}
