// Makes src/commands/*/manifest.ts, the list of an applet's commands, from what each command says of itself in `about`.
//   node build/manifest.mjs [--check]     --check changes nothing, and fails where a list is not what it would be
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const directory = 'src/commands';
const isCheck = process.argv.includes('--check');

/** The files of an applet's commands, in alphabetical order. */
const commandFiles = (applet) =>
  readdirSync(join(root, directory, applet))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file !== 'manifest.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

/** The `about` of each command: the commands are bundled, and run as a module without a file. */
async function abouts(applet) {
  const files = commandFiles(applet);
  const contents = files.map((file, at) => `export { about as about${at} } from './${file}.js';`).join('\n');
  const options = { bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'error' };
  const stdin = { contents, resolveDir: join(root, directory, applet) };
  const { outputFiles } = await build({ ...options, stdin });
  const all = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return files.map((file, at) => [file, all[`about${at}`]]);
}

/** @throws Error for an `about` that the list, or the name of the file, cannot say */
function linesOf([file, { name = file, summary, aliases = [], hidden = false, ...unknown }]) {
  const where = `${directory}/${file}.ts: about`;
  if (Object.keys(unknown).length > 0) throw new Error(`${where} has no ${Object.keys(unknown).join(', ')}`);
  if (name.replaceAll(' ', '-') !== file) throw new Error(`${where}.name is '${name}', which is not the file's name`);
  if (!/^[A-Z][^\n]*\.$/.test(summary)) throw new Error(`${where}.summary is not a sentence: ${summary}`);
  return [`${name}: ${hidden ? '(hidden) ' : ''}${summary}`, ...aliases.map((alias) => `${alias} = ${name}`)];
}

const differing = [];
const applets = readdirSync(join(root, directory)).filter((name) =>
  existsSync(join(root, directory, name, 'index.ts')),
);
for (const applet of applets) {
  const lines = (await abouts(applet)).flatMap(linesOf).map((line) => line.replace(/[\\`$]/g, '\\$&'));
  const text = `// Made by \`npm run manifest\` from the \`about\` of each command; command/manifest.ts reads it.
export default \`
${lines.map((line) => `${line}\n`).join('')}\`;
`;
  const path = join(root, directory, applet, 'manifest.ts');
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (isCheck) differing.push(`${directory}/${applet}/manifest.ts`);
  else writeFileSync(path, text);
}
if (differing.length > 0) {
  console.error(`Not what the commands say of themselves; 'npm run manifest' makes anew: ${differing.join(', ')}`);
  process.exitCode = 1;
}
