// Makes the manifest.ts of each applet from what each command says in `about`, and openstack's from their translations.
//   node src/commands/manifests.mjs [--check]     --check changes nothing, and fails where a list is not what it would be
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEAD = '// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.';
const directory = dirname(fileURLToPath(import.meta.url));

export const applets = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'index.ts')));

/** The files of an applet's commands without `.ts`, in alphabetical order. */
export const commandFiles = (applet) =>
  readdirSync(join(directory, applet))
    .flatMap((file) => /^(?!index\.|manifest\.|examples\.)(.*)\.ts$/.exec(file)?.[1] ?? [])
    .sort();

/** All commands, with their `about`: they are bundled, and imported from memory. */
async function commands() {
  const { build } = await import('esbuild');
  const all = applets.flatMap((applet) => commandFiles(applet).map((file) => ({ applet, file })));
  const lines = all.map(({ applet, file }, at) => `export * as c${at} from './${applet}/${file}.js';`);
  lines.push("export { inOrder } from '../cli/openstack/also.js';");
  const stdin = { contents: lines.join('\n'), resolveDir: directory };
  const { outputFiles } = await build({ stdin, bundle: true, platform: 'node', format: 'esm', write: false });
  const found = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const of = ({ about, default: { openstack } }) => ({ about, openstack, inOrder: found.inOrder });
  return all.map((one, at) => ({ ...one, ...of(found[`c${at}`]) }));
}

/** @throws Error for an `about` that the list, or the name of the file, cannot say */
function linesOf({ file, about: { name = file, summary, aliases = [], hidden = false, ...unknown } }) {
  if (Object.keys(unknown).length > 0) throw new Error(`${file}.ts: about.${Object.keys(unknown)[0]} means nothing`);
  if (name.replaceAll(' ', '-') !== file) throw new Error(`${file}.ts: about.name is '${name}', not the file's name`);
  if (!/^[A-Z][^\n]*\.$/.test(summary)) throw new Error(`${file}.ts: about.summary is no sentence: '${summary}'`);
  return [`${name}: ${hidden ? '(hidden) ' : ''}${summary}`, ...aliases.map((alias) => `${alias} = ${name}`)];
}

/** `server list = nova list`, for each of the translations that a command has (`command/command.ts`). */
const inOpenstack = ({ applet, file, about: { name = file }, openstack }) =>
  [openstack || []].flat().map((words) => `${/^[a-z0-9]+(?: [a-z0-9]+)*/.exec(words)[0]} = ${applet} ${name}`);

// The build imports this file for its lists.
const isProgram = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
const all = isProgram ? await commands() : [];
for (const applet of all.length > 0 ? applets : []) {
  const isOpenstack = applet === 'openstack';
  const of = all.filter((one) => (isOpenstack ? one.applet !== 'glance-v1' : one.applet === applet));
  const lines = isOpenstack ? of[0].inOrder([...new Set(of.flatMap(inOpenstack))]) : of.flatMap(linesOf);
  const list = lines.map((line) => `${line.replace(/[\\`$]/g, '\\$&')}\n`).join('');
  const text = `${HEAD}\nexport default \`\n${list}\`;\n`;
  const path = join(directory, applet, 'manifest.ts');
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the commands say of themselves: npm run manifest`);
    process.exitCode = 1;
  } else writeFileSync(path, text);
}
