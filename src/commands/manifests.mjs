// Makes the manifest.ts of each applet from what each command says in `about`, and openstack's from their translations.
//   node src/commands/manifests.mjs [--check]     --check changes nothing, and fails where a list is not what it would be
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applets, commandFiles, directory } from './files.mjs';

const HEAD = '// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.';

/** All commands, with what they say of themselves: they are bundled, and imported from memory. */
async function commands() {
  const { build } = await import('esbuild');
  const all = applets.flatMap((applet) => commandFiles(applet).map((file) => ({ applet, file })));
  const lines = all.map(({ applet, file }, at) => `export * as c${at} from './${applet}/${file}.js';`);
  lines.push("export { inOrder } from '../cli/openstack/also.js';");
  const stdin = { contents: lines.join('\n'), resolveDir: directory };
  const { outputFiles } = await build({ stdin, bundle: true, platform: 'node', format: 'esm', write: false });
  const { inOrder, ...found } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return { inOrder, all: all.map((one, at) => ({ ...one, ...found[`c${at}`] })) };
}

/** @throws Error for an `about` that the list, or the name of the file, cannot say */
function linesOf({ file, about: { name = file, summary, aliases = [], hidden = false, ...unknown } }) {
  if (Object.keys(unknown).length > 0) throw new Error(`${file}.ts: about.${Object.keys(unknown)[0]} means nothing`);
  if (name.replaceAll(' ', '-') !== file) throw new Error(`${file}.ts: about.name is '${name}', not the file's name`);
  if (!/^[A-Z][^\n]*\.$/.test(summary)) throw new Error(`${file}.ts: about.summary is no sentence: '${summary}'`);
  return [`${name}: ${hidden ? '(hidden) ' : ''}${summary}`, ...aliases.map((alias) => `${alias} = ${name}`)];
}

/** `server list = nova list`, for each of the translations that a command has (`command/command.ts`). */
const inOpenstack = ({ applet, file, about: { name = file }, default: { openstack } }) =>
  [openstack || []].flat().map((words) => `${/^[a-z0-9]+(?: [a-z0-9]+)*/.exec(words)[0]} = ${applet} ${name}`);

const { all, inOrder } = await commands();
for (const applet of applets) {
  const isOpenstack = applet === 'openstack';
  const of = all.filter((one) => (isOpenstack ? one.applet !== 'glance-v1' : one.applet === applet));
  const lines = isOpenstack ? inOrder([...new Set(of.flatMap(inOpenstack))]) : of.flatMap(linesOf);
  const list = lines.map((line) => `${line.replace(/[\\`$]/g, '\\$&')}\n`).join('');
  const text = `${HEAD}\nexport default \`\n${list}\`;\n`;
  const path = join(directory, applet, 'manifest.ts');
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the commands say of themselves: npm run manifest`);
    process.exitCode = 1;
  } else writeFileSync(path, text);
}
