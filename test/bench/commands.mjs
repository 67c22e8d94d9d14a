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

/** The program built with as many more commands of nova, each with options, columns and a service call of its own. */
export function grown() {
  const directory = scratch();
  for (const name of ['bin', 'build', 'src', 'build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(root, name), join(directory, name), { recursive: true });
  // Not a link: what is beside the packages is written by the build.
  mkdirSync(join(directory, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(directory, 'node_modules', name));
  const commands = join(directory, 'src', 'commands', 'nova');
  const text = readFileSync(join(commands, 'show.ts'), 'utf8');
  // No two alike, or the build would still be right but nothing would be learnt.
  for (let at = 0; at < COMMANDS; at += 1)
    writeFileSync(
      join(commands, `made-up-${String(at).padStart(4, '0')}.ts`),
      `${text.replace(/(?<=about = \{ summary: ').*(?=' \};)/, `Do made-up thing ${at}.`)}\nexport const number = ${at};\n`,
    );
  for (const script of [['src/commands/manifests.mjs'], ['build.mjs', '--quiet']]) {
    const { status, stderr } = spawnSync(process.execPath, script, { cwd: directory, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build with ${COMMANDS} commands: ${stderr}`);
  }
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
