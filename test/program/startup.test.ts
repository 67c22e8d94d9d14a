import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../support/imports.js';

/* What a start of the shipped program loads, and what it asks a cloud in another process: counts, no times. */

const bin = join(root, 'bin', 'stackline.js');
const directory = mkdtempSync(join(tmpdir(), 'startup-'));
const hook = join(directory, 'hook.cjs');
writeFileSync(
  hook,
  `const fs = require('fs');
const { openSync } = fs;
const opened = [];
fs.openSync = (path, ...more) => {
  opened.push('Opened ' + path);
  return openSync(path, ...more);
};
process.on('exit', () => fs.writeSync(3, [...process.moduleLoadList, ...opened].join('\\n')));`,
);
const tls = join(directory, 'tls');

interface Cloud {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => void;
}
const clouds: Cloud[] = [];
after(() => {
  for (const { stop } of clouds) stop();
  rmSync(directory, { recursive: true, force: true });
});

async function startCloud(more: Readonly<Record<string, string>>, ...words: string[]): Promise<Cloud> {
  const server = spawn(process.execPath, [join(root, 'test', 'bench', 'server.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
  const { url } = JSON.parse(String(line)) as { url: string };
  const login = { OS_USERNAME: 'admin', OS_PASSWORD: 'secret', OS_PROJECT_NAME: 'admin' };
  const cloud = { url, env: { ...login, OS_AUTH_URL: `${url}/v3`, ...more }, stop: () => void server.kill() };
  clouds.push(cloud);
  return cloud;
}

/** What the cloud was asked since the last time. */
function asked({ url }: Cloud): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const isHttps = url.startsWith('https:');
    const options = { agent: false, ...(isHttps ? { ca: readFileSync(join(tls, 'cert.pem')) } : {}) };
    const request = (isHttps ? getHttps : getHttp)(`${url}/count`, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    request.on('error', reject);
  });
}

async function run(cloud: Cloud, home: string, ...words: string[]) {
  const child = spawn(process.execPath, ['-r', hook, bin, ...words], {
    env: { PATH: process.env.PATH, HOME: join(directory, home), ...cloud.env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts = ['', '', ''];
  for (const [index, stream] of [child.stdout, child.stderr, child.stdio[3]].entries()) {
    stream?.on('data', (chunk) => {
      texts[index] += chunk;
    });
  }
  const [code] = await once(child, 'close');
  const [stdout = '', stderr = '', report = ''] = texts;
  const loaded = report.split('\n').flatMap((name) => /^NativeModule (?!internal)(.*)/.exec(name)?.[1] ?? []);
  const parts = report.split('\n').flatMap((name) => /^Opened .*\/dist\/(.*)/.exec(name)?.[1] ?? []);
  return { stdout, stderr, code, loaded, parts };
}

/** Parts of the program for hosts of Hyper-V, of which XML is one. */
const ofHyperv = (parts: readonly string[]) => parts.filter((name) => /hyperv|xml/.test(name));

/** Modules of Node that cost milliseconds to load. */
const costly = [
  'assert',
  'child_process',
  'crypto',
  'dns',
  'http',
  'http2',
  'https',
  'readline',
  'tls',
  'worker_threads',
  'zlib',
];

describe('a start', () => {
  let cloud: Cloud;
  before(async () => {
    mkdirSync(join(directory, 'home'));
    cloud = await startCloud({});
    await run(cloud, 'home', 'list', '--all-tenants');
    await asked(cloud);
  });

  for (const format of ['table', 'csv', 'json', 'ndjson', 'value', 'markdown', 'html', 'prom']) {
    it(`with a kept login loads nothing that a list does not need, and asks once: -f ${format}`, async () => {
      const words = ['list', '--all-tenants', '-f', format];
      const { stdout, stderr, code, loaded, parts } = await run(cloud, 'home', ...words);
      assert.match(stdout, /web-000029\.example\.com/);
      assert.deepEqual([stderr, code], ['', 0]);
      assert.deepEqual(
        loaded.filter((name) => costly.includes(name)),
        [],
      );
      assert.ok(parts.includes('commands/nova/list.cjs'), parts.join(' '));
      assert.deepEqual(ofHyperv(parts), []);
      assert.deepEqual(await asked(cloud), { 'GET /v2.1/servers/detail': 1 });
    });
  }

  it('for completion loads nothing of a network, and asks nobody', async () => {
    const words = ['complete-word', 'bash', 'stackline', 'show', ''];
    const { stdout, stderr, code, loaded, parts } = await run(cloud, 'home', ...words);
    assert.deepEqual([stdout, stderr, code], ['words\n', '', 0]);
    assert.deepEqual(
      loaded.filter((name) => ['net', 'tty', ...costly].includes(name)),
      [],
    );
    assert.deepEqual(
      parts.filter((name) => /^(?:http|session|output|config|selection)\//.test(name)),
      [],
    );
    assert.deepEqual(await asked(cloud), {});
  });

  it('for a host of Hyper-V loads its parts, and for the tables of numbers neither login nor network', async () => {
    const { stdout, loaded, parts } = await run(cloud, 'home', 'hyperv', 'codes', 'job', '-f', 'csv');
    assert.match(stdout, /"job",7,"Completed"/);
    assert.ok(parts.includes('commands/hyperv/codes.cjs'), parts.join(' '));
    assert.deepEqual(
      parts.filter((name) => /ntlm|xml|sandbox/.test(name)),
      [],
    );
    assert.deepEqual(
      loaded.filter((name) => ['net', ...costly].includes(name)),
      [],
    );
    assert.deepEqual(await asked(cloud), {});
  });

  it('without a kept login asks for a token and for the list, and for nothing else', async () => {
    mkdirSync(join(directory, 'fresh'));
    const { code } = await run(cloud, 'fresh', 'list', '--all-tenants');
    assert.equal(code, 0);
    assert.deepEqual(await asked(cloud), {
      'POST /v3/auth/tokens': 1,
      'GET /v2.1/servers/detail': 1,
    });
  });

  it('for help or with a mistake loads no network, and asks nothing', async () => {
    for (const words of [['help', 'list'], ['lsit'], ['list', '--no-such-option'], ['--version']]) {
      const { loaded, parts } = await run(cloud, 'home', ...words);
      assert.deepEqual(
        loaded.filter((name) => ['net', 'stream', ...costly].includes(name)),
        [],
        words.join(' '),
      );
      assert.deepEqual(ofHyperv(parts), []);
    }
    assert.deepEqual(await asked(cloud), {});
  });
});

describe('TLS', () => {
  let cloud: Cloud;
  before(async () => {
    mkdirSync(tls);
    const san = ['-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-keyout', join(tls, 'key.pem'), '-out', join(tls, 'cert.pem')];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-new', ...key, '-subj', '/CN=127.0.0.1', '-days', '3', ...san, ...files],
      {
        stdio: 'pipe',
      },
    );
    cloud = await startCloud({ OS_CACERT: join(tls, 'cert.pem') }, '--tls', tls);
    mkdirSync(join(directory, 'tls-home'));
    await run(cloud, 'tls-home', 'list');
    await asked(cloud);
  });

  it('sessions are resumed by the next run', async () => {
    for (let times = 0; times < 2; times += 1) {
      const { stderr, code } = await run(cloud, 'tls-home', 'list');
      assert.deepEqual([stderr, code], ['', 0]);
      assert.deepEqual(await asked(cloud), { 'GET /v2.1/servers/detail, TLS resumed': 1 });
    }
  });

  it('sessions are not resumed under other settings of trust, without a cache, or unverified', async () => {
    const { OS_CACERT: _cacert, ...bare } = cloud.env;
    const untrusting = await run({ ...cloud, env: bare }, 'tls-home', 'list');
    assert.match(untrusting.stderr, /SSLError.*self-signed/);
    assert.deepEqual(await asked(cloud), {});
    await run(cloud, 'tls-home', 'list', '--no-cache');
    await run({ ...cloud, env: bare }, 'tls-home', 'list', '--insecure');
    await run({ ...cloud, env: bare }, 'tls-home', 'list', '--insecure');
    const all = (await asked(cloud)) as Record<string, number>;
    // Within one process Node may resume; between two of them it must not.
    assert.ok((all['GET /v2.1/servers/detail'] ?? 0) > 0);
    assert.deepEqual(
      Object.keys(all).filter((what) => what.startsWith('POST') && what.includes('resumed')),
      [],
    );
  });
});
