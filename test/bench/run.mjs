// How fast the program is: runs everything, prints one table, and writes it to a file when asked.
//   node test/bench/run.mjs [--rounds N] [--out FILE] [--only start,big,commands,cloud]
// Ratios are to `node -e 0` in the same rounds. With OS_AUTH_URL in the environment (or the lab cloud of test/cloud/zed
// up) the clients of the field run in turn with ours.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { big, render } from './big.mjs';
import { cloud } from './cloud.mjs';
import { thousand } from './commands.mjs';
import {
  bin,
  certificate,
  environment,
  forgetLogins,
  hasValgrind,
  instructions,
  median,
  openrc,
  root,
  run,
  serve,
  warmHome,
} from './measure.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    out: { type: 'string' },
    only: { type: 'string', default: 'start,big,commands,cloud' },
  },
});
const rounds = Number(values.rounds);
const parts = new Set(values.only.split(','));
const lines = [];
const say = (line = '') => {
  lines.push(line);
  console.log(line);
};

/** One of each per round, so that whatever else the machine does hits all alike. */
export async function interleaved(cases) {
  const times = new Map(cases.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, command = process.execPath, args, env, before, codes = [0] } of cases) {
      await before?.();
      const { ms, code, errors } = await run(command, args, env);
      if (!codes.includes(code)) throw new Error(`${name} ended with ${code}: ${errors}`);
      if (round > 0) times.get(name).push(ms);
    }
  }
  return times;
}

async function start() {
  const plain = await serve();
  const tls = certificate();
  const secure = await serve('--tls', tls);
  const list = ['list', '--all-tenants'];
  const http = openrc(plain.url);
  const https = { ...openrc(secure.url), OS_CACERT: join(tls, 'cert.pem') };
  const at = async (settings, ...warm) => environment(await warmHome(settings, list, ...warm), settings);
  const [usual, secured, first, never] = [
    await at(http, ['help', 'list']),
    await at(https),
    await at(http),
    await at(http),
  ];
  const code = (env) => join(env.HOME, '.cache', 'stackline', 'code');
  rmSync(code(never), { recursive: true });
  writeFileSync(code(never), 'in its place, so that none can be kept');
  const logins = {};
  for (const version of ['v3', 'v2.0']) logins[version] = await at(openrc(plain.url, version));
  const forget = (env) => () => forgetLogins(env.HOME);
  const recipe = `T=$(curl -s -i -d '{}' ${plain.url}/v3/auth/tokens | tr -d '\\r' | awk 'tolower($1)=="x-subject-token:"{print $2}')
    curl -s -H "X-Auth-Token: $T" '${plain.url}/v2.1/servers/detail?all_tenants=1' | jq -r '.servers[]|[.id,.name,.status]|@tsv'`;
  const ours = [
    { name: 'list --all-tenants', args: [bin, ...list], env: usual, goal: 1.75, most: 2.0 },
    { name: 'the same over https, resumed', args: [bin, ...list], env: secured, goal: 2.0 },
    { name: '--version', args: [bin, '--version'], env: usual, goal: 1.05 },
    { name: 'help of one command', args: [bin, 'help', 'list'], env: usual, goal: 1.3 },
    { name: 'a usage error', args: [bin, 'lsit'], env: usual, goal: 1.4, codes: [2] },
    {
      name: 'list, first run of a new build',
      args: [bin, ...list],
      env: first,
      before: () => rmSync(code(first), { recursive: true, force: true }),
      goal: 2.5,
    },
    { name: 'list, code can never be kept', args: [bin, ...list], env: never, goal: 2.9 },
    { name: 'list, login v3 not kept yet', args: [bin, ...list], env: logins.v3, before: forget(logins.v3), goal: 2.3 },
    {
      name: 'list, login v2.0 not kept yet',
      args: [bin, ...list],
      env: logins['v2.0'],
      before: forget(logins['v2.0']),
      goal: 2.3,
    },
  ];
  const empty = { name: 'node -e 0', args: ['-e', '0'], env: environment('/') };
  const others = [{ name: 'curl, curl and jq', command: 'sh', args: ['-c', recipe], env: environment('/') }];
  const times = await interleaved([empty, ...ours, ...others]);
  const floor = times.get(empty.name);
  const count = hasValgrind() ? instructions : async () => Number.NaN;
  const floorCount = await count(empty.args, empty.env);
  say('| start | wall ms | / node -e 0 | goal | instructions, million | / node -e 0 | goal |');
  say('| --- | --: | --: | --: | --: | --: | --: |');
  for (const { name, args, env, command, before, goal, most } of [empty, ...ours, ...others]) {
    const wall = times.get(name);
    const ratio = median(wall.map((ms, round) => ms / floor[round]));
    await before?.();
    const counted = command === undefined ? await count(args, env) : Number.NaN;
    say(
      `| ${name} | ${median(wall).toFixed(1)} | ${ratio.toFixed(2)} | ${goal ?? ''} | ${shown(counted)} ` +
        `| ${shown(counted / floorCount, 2)} | ${most ?? ''} |`,
    );
  }
  say();
}

const shown = (number, digits = 0) => (Number.isNaN(number) ? '-' : number.toFixed(digits));

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
say(`stackline ${version}, node ${process.versions.node}, ${rounds} rounds, one of each in turn; medians.`);
say();
if (parts.has('start')) await start();
if (parts.has('big')) {
  await render(say);
  await big(say, Math.min(rounds, 5));
}
if (parts.has('commands')) await thousand(say);
if (parts.has('cloud')) await cloud(say, interleaved);
if (values.out !== undefined) writeFileSync(values.out, `${lines.join('\n')}\n`);
process.exit(0);
