// What the bench and the gate share: a clean environment, loopback servers, and ways to count and to time one run.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
export const bin = join(root, 'bin', 'stackline.js');

// Servers and directories go when this process does, and there are many.
process.setMaxListeners(0);

/** A directory that is gone when this process ends. */
export function scratch() {
  const directory = mkdtempSync(join(tmpdir(), 'stackline-bench-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/**
 * Nothing of the caller's settings: NODE_EXTRA_CA_CERTS alone would add more than a whole run to every start of Node 20,
 * `node -e 0` included.
 */
export const environment = (home, more = {}) => ({ PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', ...more });

/** The settings for a cloud of `server.mjs`. */
export const openrc = (url, version = 'v3') => ({
  OS_AUTH_URL: `${url}/${version}`,
  OS_USERNAME: 'admin',
  OS_PASSWORD: 'secret',
  OS_PROJECT_NAME: 'admin',
  OS_REGION_NAME: 'RegionOne',
  ...(version === 'v3' ? { OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_DOMAIN_NAME: 'Default' } : {}),
});

/** Starts `server.mjs` in a process of its own; it ends with this one. */
export async function serve(...args) {
  const child = spawn(process.execPath, [join(here, 'server.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill());
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return { ...JSON.parse(text), stop: () => child.kill() };
}

/** A key and a certificate for 127.0.0.1, in a directory for `server.mjs --tls`; `cert.pem` is its own CA. */
export function certificate() {
  const directory = scratch();
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-new', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=127.0.0.1', '-days', '3'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', join(directory, 'key.pem'), '-out', join(directory, 'cert.pem')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
  return directory;
}

/** What the server was asked since the last time, as `GET /path`. */
export async function requests(url, ca) {
  const { get } = await import(url.startsWith('https') ? 'node:https' : 'node:http');
  return new Promise((resolve, reject) => {
    get(`${url}/count`, { ca, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve(Object.entries(JSON.parse(text)).flatMap(([what, times]) => Array(times).fill(what))),
      );
    }).on('error', reject);
  });
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * Runs a command once, its output read through a pipe as another program would.
 * @returns wall milliseconds, milliseconds to the first byte of output, and its length; `report` is what it wrote to
 * descriptor 3
 */
export function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let first;
    let bytes = 0;
    let report = '';
    let errors = '';
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => {
      first ??= performance.now() - started;
      bytes += chunk.length;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdio[3].on('data', (chunk) => {
      report += chunk;
    });
    let ms;
    child.on('exit', () => {
      ms = performance.now() - started;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ms, first: first ?? ms, bytes, code, report, errors }));
  });
}

const hooks = scratch();
const hook = (name, text) => {
  const path = join(hooks, `${name}.cjs`);
  writeFileSync(path, text);
  return path;
};

/** Names of Node's own modules that were loaded, but for those that `node -e 0` loads too. */
export async function modules(args, env) {
  const path = hook(
    'modules',
    "process.on('exit', () => require('fs').writeSync(3, process.moduleLoadList.join('\\n')));",
  );
  const { report } = await run(process.execPath, ['-r', path, ...args], env);
  const empty = await run(process.execPath, ['-r', path, '-e', '0'], env);
  const known = new Set(empty.report.split('\n'));
  return report.split('\n').filter((name) => name.startsWith('NativeModule ') && !known.has(name));
}

/** As `run`, and the process's peak of memory in MiB. */
export async function runWithMemory(args, env) {
  const path = hook(
    'memory',
    "process.on('exit', () => require('fs').writeSync(3, String(process.resourceUsage().maxRSS)));",
  );
  const result = await run(process.execPath, ['-r', path, ...args], env);
  return { ...result, mib: Number(result.report) / 1024 };
}

export const hasValgrind = () => spawnSync('valgrind', ['--version']).status === 0;

/**
 * Millions of instructions of a whole process, by callgrind. Left out: the search for prime numbers by which V8 seeds
 * its hashes, which is by chance 5 to 20 million of them at every start, whatever runs.
 */
export async function instructions(args, env) {
  const out = join(hooks, 'callgrind.out');
  const flags = ['--tool=callgrind', '--smc-check=all-non-file', `--callgrind-out-file=${out}`];
  const { errors } = await run('valgrind', [...flags, process.execPath, ...args], env);
  let text;
  try {
    text = readFileSync(out, 'latin1');
  } catch {
    throw new Error(`valgrind: ${errors}`);
  }
  rmSync(out);
  const names = new Map();
  let isChance = false;
  let isCall = false;
  let chance = 0;
  let total = 0;
  for (const line of text.split('\n')) {
    const named = /^c?fn=\((\d+)\)(?: (.*))?$/.exec(line);
    if (named !== null) {
      if (named[2] !== undefined) names.set(named[1], named[2]);
      if (!line.startsWith('c')) isChance = names.get(named[1])?.startsWith('detail::sprp(') ?? false;
    } else if (line.startsWith('calls=')) isCall = true;
    else if (/^[-+*\d]/.test(line)) {
      if (isChance && !isCall) chance += Number(line.slice(line.lastIndexOf(' ') + 1));
      isCall = false;
    } else if (line.startsWith('totals:')) total = Number(line.slice(8));
  }
  return (total - chance) / 1e6;
}

/** A home in which each command line has run a few times: its login, its TLS tickets and its compiled code are kept. */
export async function warmHome(env, ...lines) {
  const home = scratch();
  mkdirSync(join(home, '.cache'));
  for (const line of [...lines, ...lines, ...lines, ...lines]) {
    const { code, errors } = await run(process.execPath, [bin, ...line], environment(home, env));
    if (code !== 0) throw new Error(`stackline ${line.join(' ')} ended with ${code}: ${errors}`);
  }
  return home;
}

/** Takes all that is kept of logins out of a home, and leaves the compiled code. */
export function forgetLogins(home) {
  const directory = join(home, '.cache', 'stackline');
  for (const name of readdirSync(directory)) if (name !== 'code') rmSync(join(directory, name));
}
