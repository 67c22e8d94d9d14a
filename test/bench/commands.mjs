// What a thousand commands cost those who use one of them: the program is built once more with so many.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bin,
  environment,
  hasValgrind,
  instructions,
  median,
  openrc,
  root,
  run,
  scratch,
  serve,
  warmHome,
} from './measure.mjs';

const COMMANDS = 1000;

/** The source tree with as many more commands of nova, each with options, columns and a service call of its own. */
function grown() {
  const directory = scratch();
  for (const name of ['bin', 'src', 'build.mjs', 'package.json', 'package-lock.json']) {
    cpSync(join(root, name), join(directory, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  const commands = join(directory, 'src', 'commands', 'nova');
  const model = readdirSync(commands).includes('show.ts') ? 'show.ts' : 'list.ts';
  const text = readFileSync(join(commands, model), 'utf8');
  const entries = [];
  for (let at = 0; at < COMMANDS; at += 1) {
    const name = `made-up-${String(at).padStart(4, '0')}`;
    // No two alike, or the build would still be right but nothing would be learnt.
    writeFileSync(join(commands, `${name}.ts`), `${text}\nexport const number = ${at};\n`);
    entries.push(`'${name}': { summary: 'Do made-up thing ${at}.', load: () => import('./${name}.js') },`);
  }
  const index = join(commands, 'index.ts');
  writeFileSync(index, readFileSync(index, 'utf8').replace('commands: {', `commands: {\n${entries.join('\n')}`));
  mkdirSync(join(directory, 'dist'), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs', '--quiet'], {
    cwd: directory,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build with ${COMMANDS} commands: ${stderr}`);
  return join(directory, 'bin', 'stackline.js');
}

export async function thousand(say) {
  const server = await serve();
  const settings = openrc(server.url);
  const list = ['list', '--all-tenants'];
  const env = environment(await warmHome(settings, list), settings);
  const large = grown();
  for (let times = 0; times < 3; times += 1) await run(process.execPath, [large, ...list], env);
  await run(process.execPath, [bin, ...list], env);
  const times = { usual: [], large: [] };
  // Each build sweeps the other's compiled code away, so they do not take turns.
  for (const [name, program] of [
    ['usual', bin],
    ['large', large],
  ]) {
    for (let round = 0; round < 15; round += 1)
      times[name].push((await run(process.execPath, [program, ...list], env)).ms);
  }
  const count = hasValgrind() ? instructions : async () => Number.NaN;
  const counts = {};
  for (const [name, program] of [
    ['usual', bin],
    ['large', large],
  ]) {
    await run(process.execPath, [program, ...list], env);
    counts[name] = await count([program, ...list], env);
  }
  say('| list --all-tenants | wall ms | instructions, million |');
  say('| --- | --: | --: |');
  say(`| as it is | ${median(times.usual).toFixed(1)} | ${counts.usual.toFixed(1)} |`);
  say(`| with ${COMMANDS} more commands | ${median(times.large).toFixed(1)} | ${counts.large.toFixed(1)} |`);
  say();
  server.stop();
}
