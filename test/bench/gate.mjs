// Counts that do not shake: instructions (by callgrind, against `node -e 0` in the same run), modules of Node that are
// loaded, and requests. Fails above the budgets of budgets.json by 3 %, or above what is promised on every Node, and says
// which bundled files have grown.
//   node test/bench/gate.mjs [--update]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bin,
  certificate,
  environment,
  hasValgrind,
  here,
  instructions,
  median,
  modules,
  openrc,
  requests,
  root,
  serve,
  warmHome,
} from './measure.mjs';

const TOLERANCE = 1.03;
/** What no version of Node, and no update of the budgets, is to go beyond. */
const PROMISED = { 'list --all-tenants': 2, '--version': 1.05, 'help list': 1.5 };
const update = process.argv.includes('--update');
const file = join(here, 'budgets.json');
const budgets = JSON.parse(readFileSync(file, 'utf8'));
const major = process.versions.node.split('.')[0];

if (!hasValgrind()) {
  console.error('The gate counts instructions with valgrind, which is not here: apt-get install valgrind');
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const plain = await serve();
const tls = certificate();
const secure = await serve('--tls', tls);
const ca = readFileSync(join(tls, 'cert.pem'));
const clouds = {
  http: { url: plain.url, env: openrc(plain.url) },
  https: { url: secure.url, ca, env: { ...openrc(secure.url), OS_CACERT: join(tls, 'cert.pem') } },
};
const id = '00000005-5f3c-4a8e-9d27-000000009ab3';
const cases = {
  'list --all-tenants': { cloud: clouds.http },
  'list --all-tenants, https': { words: ['list', '--all-tenants'], cloud: clouds.https },
  'list --all-tenants -f csv': { cloud: clouds.http },
  'list --all-tenants -f json': { cloud: clouds.http },
  'show NAME': { words: ['show', 'web-000005.example.com'], cloud: clouds.http },
  'diagnostics ID': { words: ['diagnostics', id], cloud: clouds.http },
  '--version': { cloud: clouds.http },
  'help list': { cloud: clouds.http },
  'complete a name': { words: ['complete-word', 'bash', 'stackline', 'show', ''], cloud: clouds.http },
  'lsit (a usage error)': { words: ['lsit'], cloud: clouds.http },
};

const results = {};
const known = update ? {} : (budgets[`node ${major}`] ?? {});
const count = async (args, env) => median([await instructions(args, env), await instructions(args, env)]);
/** Chance only ever adds instructions: a count over its budget is taken again, and the least one counts. */
const least = async (args, env, most) => {
  let lowest = await count(args, env);
  for (let times = 0; times < 4 && lowest > most; times += 1) lowest = Math.min(lowest, await instructions(args, env));
  return lowest;
};
/** The most that a command may take; whatever it takes where no budget is known. */
const mostOf = (name, budget) =>
  Math.min((budget?.instructions ?? Number.POSITIVE_INFINITY) * TOLERANCE, PROMISED[name] ?? Number.POSITIVE_INFINITY);
const floor = await count(['-e', '0'], environment('/'));
for (const [name, { words = name.split(' '), cloud }] of Object.entries(cases)) {
  const warm = ['list', '--all-tenants'];
  const home = await warmHome(cloud.env, warm, ...(words[0] === 'lsit' ? [] : [words]));
  const env = environment(home, cloud.env);
  await requests(cloud.url, cloud.ca);
  const loaded = await modules([bin, ...words], env);
  const asked = await requests(cloud.url, cloud.ca);
  const most = mostOf(name, known[name]) * floor;
  const ratio = (await least([bin, ...words], env, most)) / floor;
  results[name] = { instructions: Number(ratio.toFixed(3)), modules: loaded.length, requests: asked, loaded };
}

/** The bytes of each source in the largest of the files that it is in. */
const sizes = {};
for (const { inputs } of JSON.parse(
  readFileSync(join(root, 'node_modules', '.cache', 'stackline-outputs.json'), 'utf8'),
))
  for (const [path, { bytesInOutput }] of Object.entries(inputs))
    sizes[path] = Math.max(sizes[path] ?? 0, bytesInOutput);
if (update) {
  const kept = Object.entries(results).map(([name, { loaded: _loaded, ...counts }]) => [name, counts]);
  const next = { ...budgets, [`node ${major}`]: Object.fromEntries(kept), bytes: sizes };
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
  spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file]);
}

const budget = update ? results : known;
let failed = 0;
let passed = 0;
const check = (name, what, is, limit, says = '') => {
  const isGood = limit !== undefined && is <= limit;
  if (isGood) passed += 1;
  else failed += 1;
  if (!isGood) console.log(`FAILED ${name}: ${what} ${is}, the budget is ${limit ?? 'missing'}${says}`);
  return isGood;
};
console.log(`node ${process.versions.node}; node -e 0 is ${floor.toFixed(1)} million instructions\n`);
console.log('| command | instructions / node -e 0 | modules of Node | requests |\n| --- | --: | --: | --: |');
for (const [name, { instructions: ratio, modules: loaded, requests: asked }] of Object.entries(results)) {
  console.log(`| ${name} | ${ratio.toFixed(2)} | ${loaded} | ${asked.join(', ') || 0} |`);
}
console.log('');
let hasGrown = false;
for (const [name, result] of Object.entries(results)) {
  const limit = budget[name];
  const most = limit === undefined ? undefined : Number(mostOf(name, limit).toFixed(3));
  hasGrown = !check(name, 'instructions', result.instructions, most) || hasGrown;
  check(name, 'modules of Node', result.modules, limit?.modules, `; loaded are ${result.loaded.join(', ')}`);
  check(name, 'requests', result.requests.length, limit?.requests.length, `; asked were ${result.requests.join(', ')}`);
}
if (hasGrown) {
  const grown = Object.entries(sizes)
    .map(([path, bytes]) => [path, bytes - (budgets.bytes?.[path] ?? 0)])
    .filter(([, more]) => more > 0)
    .sort(([, one], [, other]) => other - one);
  console.log('Bundled files that are larger than when the budgets were recorded:');
  for (const [path, more] of grown.slice(0, 20)) console.log(`  ${path}: ${more} bytes more`);
  if (grown.length === 0) console.log('  none; the same code does more');
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
