// Large clouds: 52,000 servers in pages of 1,000 from a server in another process, and a table from memory.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import {
  bin,
  environment,
  median,
  openrc,
  requests,
  root,
  run,
  runWithMemory,
  scratch,
  serve,
  warmHome,
} from './measure.mjs';

/** 10,000 rows from memory: milliseconds, and the peak of the whole process. */
export async function render(say) {
  const directory = scratch();
  const outfile = join(directory, 'render.cjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `
        import { writeSync } from 'node:fs';
        import { render } from './src/output/index.ts';
        const items = Array.from({ length: 10_000 }, (_, at) => ({
          id: 'bde5b5e0-5f3c-4a8e-9d27-' + String(at).padStart(12, '0'), name: 'web-' + at, status: 'ACTIVE',
          task: '-', power: 'Running', networks: 'private=10.0.0.' + (at % 255) + ', 172.24.0.' + (at % 255),
        }));
        const columns = Object.keys(items[0]).map((key) => ({ title: key, value: (item) => item[key] }));
        const view = { kind: 'list', style: 'nova', columns, sortBy: 'name', pages: (async function* () { yield items; })() };
        const choice = { format: 'table', columns: [], sortColumns: [], tty: false };
        const started = performance.now();
        render(view, choice, (text) => void writeSync(1, text)).then(() => {
          writeSync(3, String(performance.now() - started) + ' ' + process.resourceUsage().maxRSS / 1024);
        });`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  const runs = [];
  for (let round = 0; round < 7; round += 1) {
    const { report } = await run(process.execPath, [outfile], environment('/'));
    runs.push(report.split(' ').map(Number));
  }
  say('| 10,000 rows from memory | ms | goal | MiB | goal |');
  say('| --- | --: | --: | --: | --: |');
  say(
    `| table | ${median(runs.map(([ms]) => ms)).toFixed(0)} | 40 | ${median(runs.map(([, mib]) => mib)).toFixed(0)} | 64 |`,
  );
  say();
}

const formats = [
  { name: 'csv', words: ['-f', 'csv'], seconds: 0.75, first: 30, mib: 140 },
  { name: 'json', words: ['-f', 'json'], seconds: 0.75, first: 30, mib: 140 },
  { name: 'ndjson', words: ['-f', 'ndjson'], seconds: 0.75, first: 30, mib: 140 },
  { name: 'yaml', words: ['-f', 'yaml'], seconds: 3, first: 30, mib: 140 },
  { name: 'value', words: ['-f', 'value'], seconds: 0.75, first: 30, mib: 140 },
  { name: 'markdown', words: ['-f', 'markdown'], seconds: 1.2, first: 30, mib: 140 },
  { name: 'html', words: ['-f', 'html'], seconds: 1.2, first: 30, mib: 140 },
  { name: 'prom', words: ['-f', 'prom'], seconds: 1.2, first: 30, mib: 140 },
  { name: 'table', words: [], seconds: 1.2, mib: 200 },
];

export async function big(say, rounds) {
  const server = await serve('--servers', '52000', '--page', '1000');
  const settings = openrc(server.url);
  const small = await serve('--servers', '13000', '--page', '1000');
  const env = environment(await warmHome(settings, ['list', '--all-tenants', '-f', 'csv']), settings);
  const list = [bin, 'list', '--all-tenants'];
  const few = openrc(small.url);
  const fewEnv = environment(await warmHome(few, ['list', '--all-tenants', '-f', 'csv']), few);
  await requests(server.url);

  say(
    `| 52,000 servers, ${(server.bytes / 1e6).toFixed(0)} MB in pages of 1,000 | s | goal | first row, ms | goal | peak MiB | goal | peak MiB of 13,000 |`,
  );
  say('| --- | --: | --: | --: | --: | --: | --: | --: |');
  for (const { name, words, seconds, first, mib } of formats) {
    await run(process.execPath, [...list, ...words], env);
    const runs = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await run(process.execPath, [...list, ...words], env));
    const memory = await runWithMemory([...list, ...words], env);
    const quarter = await runWithMemory([...list, ...words], fewEnv);
    const total = median(runs.map(({ ms }) => ms)) / 1000;
    const row = median(runs.map((result) => result.first));
    say(
      `| ${name} | ${total.toFixed(2)} | ${seconds} | ${row.toFixed(0)} | ${first ?? ''} | ${memory.mib.toFixed(0)} ` +
        `| ${mib} | ${quarter.mib.toFixed(0)} |`,
    );
  }
  const terminal = [];
  for (let round = 0; round < rounds; round += 1) terminal.push(await onTerminal(list, env));
  say(
    `| table on a terminal | ${(median(terminal.map(({ ms }) => ms)) / 1000).toFixed(2)} |  ` +
      `| ${median(terminal.map(({ first }) => first)).toFixed(0)} | 50 |  |  |  |`,
  );
  const floor = [];
  for (let round = 0; round < rounds; round += 1) floor.push((await run(process.execPath, ['-e', '0'], env)).ms);
  say(`| node -e 0 | ${(median(floor) / 1000).toFixed(3)} |  |  |  |  |  |  |`);
  jq(say, server.url, env);
  say();
  server.stop();
  small.stop();
}

/** Behind a pseudo-terminal of util-linux's `script`. */
function onTerminal(args, env) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const line = [process.execPath, ...args].map((word) => `'${word}'`).join(' ');
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      env: { ...env, TERM: 'xterm' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let first;
    child.stdout.on('data', () => {
      first ??= performance.now() - started;
    });
    child.on('error', reject);
    child.on('close', () => resolve({ first, ms: performance.now() - started }));
  });
}

/** What `jq -r @csv` takes for the same bytes, from a file; and of both the CPU time, which other programs disturb less. */
function jq(say, url, env) {
  const filter = '.servers[]|[.id,.name,.tenant_id,.status]|@csv';
  const file = join(env.HOME, 'servers.json');
  const script = `curl -s '${url}/all' -o ${file} && test -s ${file}`;
  if (spawnSync('sh', ['-c', script]).status !== 0) return;
  const line = `jq -r '${filter}' ${file}`;
  const started = performance.now();
  const { status } = spawnSync('sh', ['-c', `${line} >/dev/null`]);
  if (status !== 0) return;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  say(`| jq -r @csv on the same bytes in a file | ${seconds} |  |  |  |  |  |  |`);
  const ours = cpuOf(`'${process.execPath}' '${bin}' list --all-tenants -f csv`, env);
  const theirs = cpuOf(line, env);
  const ratio = (ours / theirs).toFixed(2);
  say(
    `| CPU of csv, all threads; of jq; ratio | ${ours.toFixed(2)}; ${theirs.toFixed(2)}; ${ratio} |  |  |  |  |  |  |`,
  );
}

/** Seconds that a command computes, in user and system mode: the least of three runs. */
function cpuOf(line, env) {
  const once = () => {
    const { stdout } = spawnSync('sh', ['-c', `${line} >/dev/null; times`], { env, encoding: 'utf8' });
    const children = stdout.trim().split('\n').at(-1) ?? '';
    const times = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
    return times.reduce((all, [, minutes, seconds]) => all + 60 * Number(minutes) + Number(seconds), 0);
  };
  return Math.min(once(), once(), once());
}
