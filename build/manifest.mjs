// Makes src/commands/*/manifest.ts, the list of an applet's commands, from what each command says of itself in `about`.
//   node build/manifest.mjs [--check]     --check changes nothing, and fails where a list is not what it would be
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { applets, commandFiles, root } from './commands.mjs';

/** The `about` of each command: the commands are bundled, and imported from memory. */
async function abouts(applet) {
  const files = commandFiles(applet);
  const contents = files.map((file, at) => `export { about as about${at} } from './${file}.js';`).join('\n');
  const stdin = { contents, resolveDir: join(root, 'src', 'commands', applet) };
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

for (const applet of applets) {
  const lines = (await abouts(applet)).flatMap(linesOf).map((line) => `${line.replace(/[\\`$]/g, '\\$&')}\n`);
  const text = `// Made by \`npm run manifest\` from the \`about\` of each command; command/manifest.ts reads it.
export default \`
${lines.join('')}\`;
`;
  const path = join('src', 'commands', applet, 'manifest.ts');
  if (existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the commands say of themselves: npm run manifest`);
    process.exitCode = 1;
  } else writeFileSync(join(root, path), text);
}
