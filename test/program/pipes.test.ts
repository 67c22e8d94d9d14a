import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, lstatSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../support/imports.js';

/* The shipped program where a pipe that nobody writes to or reads lies in the place of a file: it never waits. */

const bin = join(root, 'bin', 'stackline.js');
const home = mkdtempSync(join(tmpdir(), 'stackline-pipes-'));
const pipe = join(home, 'pipe');
const image = '95faa734-82b5-4674-85c5-3164bad9272c';
const boot = ['boot', '--image', image, '--flavor', 'm1.tiny', 'x'];
const nowhere = {
  ...{ OS_AUTH_URL: 'https://127.0.0.1:1/v3', OS_USERNAME: 'a', OS_PASSWORD: 'b', OS_PROJECT_NAME: 'c' },
};

before(() => {
  for (const name of ['pipe', 'image.part']) execFileSync('mkfifo', [join(home, name)]);
  for (const [directory, name] of [
    ['stackline', 'config.json'],
    ['openstack', 'clouds.yaml'],
    ['openstack', 'secure.yaml'],
  ] as const) {
    mkdirSync(join(home, '.config', directory), { recursive: true });
    execFileSync('mkfifo', [join(home, '.config', directory, name)]);
  }
});
after(() => rmSync(home, { recursive: true, force: true }));

const env = (more: Readonly<Record<string, string>>) => ({ PATH: process.env.PATH, HOME: home, ...more });

/** A run that waits is ended after a minute. */
function run(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [bin, ...words], {
    cwd: home,
    env: env(more),
    encoding: 'utf8',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  assert.equal(signal, null, words.join(' '));
  return { stdout, stderr, status };
}

interface Case {
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly says: RegExp;
  readonly code: number;
}

const cases: readonly Case[] = [
  { words: ['config', 'set', 'format', 'json'], says: /config\.json cannot be written: it is no file\.$/, code: 1 },
  { words: ['--os-cloud', 'x', 'list'], says: /Cloud x was not found/, code: 1 },
  { words: ['--os-cloud', 'x', 'list'], env: { OS_CLIENT_CONFIG_FILE: pipe }, says: /Cloud x was not found/, code: 1 },
  { words: ['--os-password-file', pipe, 'list'], says: /cannot read '.*pipe'/, code: 2 },
  { words: ['list'], env: { ...nowhere, OS_CACERT: pipe }, says: /the CA bundle .*pipe: It is no file/, code: 1 },
  { words: ['list'], env: { ...nowhere, CURL_CA_BUNDLE: pipe }, says: /CA bundle .*pipe: It is no file/, code: 1 },
  { words: ['list'], env: { ...nowhere, SSL_CERT_FILE: pipe }, says: /Connection refused/, code: 1 },
  { words: ['list'], env: { ...nowhere, OS_CERT: pipe }, says: /client certificate .*pipe: It is no file/, code: 1 },
  { words: ['--replay', pipe, 'list'], says: /pipe for a recording: Not a directory/, code: 1 },
  { words: ['--sandbox', '--record', pipe, 'list'], says: /pipe/, code: 1 },
  { words: ['--sandbox', 'keypair-add', '--pub-key', pipe, 'k'], says: /read '.*pipe': It is no file/, code: 1 },
  { words: ['--sandbox', ...boot, '--user-data', pipe], says: /Can't open '.*pipe': It is no file/, code: 1 },
  {
    words: ['--sandbox', 'hyperv', 'vm', 'list', '--hosts', pipe],
    says: /Cannot read .*pipe: it is not there, or no file that can be read\.$/,
    code: 1,
  },
  {
    words: ['--sandbox', 'hyperv', 'userdata', 'set', 'hv01', 'x', '--data-file', pipe],
    says: /Cannot read .*pipe: it is not there, or no file that can be read\.$/,
    code: 1,
  },
  {
    words: ['--sandbox', 'glance', 'image-download', '--file', pipe, image],
    says: /Unable to write .*pipe: It is a pipe that nobody reads$/,
    code: 1,
  },
];

describe('a pipe in the place of a file', () => {
  for (const { words, env: more, says, code } of cases) {
    const name = `${Object.keys(more ?? {}).at(-1) ?? ''} ${words.join(' ')}`.replaceAll(pipe, 'PIPE').trim();
    it(`is not waited for: ${name}`, () => {
      const { stderr, status } = run(words, more);
      assert.match(stderr.trim(), new RegExp(says, 'm'));
      assert.equal(status, code, stderr);
    });
  }

  it('is left as it is', () => {
    run(['config', 'set', 'format', 'json']);
    assert.ok(lstatSync(join(home, '.config', 'stackline', 'config.json')).isFIFO());
  });
});

describe('a pipe that a shell has made', () => {
  const shell = (line: string) =>
    spawnSync('bash', ['-c', line, process.execPath, bin], {
      cwd: home,
      env: env({}),
      encoding: 'utf8',
      timeout: 60_000,
    });

  it('is read: a password, a public key', () => {
    const key = shell('"$0" "$1" --sandbox --curl keypair-add --pub-key <(printf "ssh-rsa AAAA") k');
    assert.match(key.stdout, /"public_key": ?"ssh-rsa AAAA"/, key.stderr);
    for (const [before, path] of [
      ['printf pw |', '/dev/stdin'],
      ['', '<(printf pw)'],
    ]) {
      const { stderr } = shell(
        `${before} OS_PASSWORD= "$0" "$1" --os-password-file ${path} --os-auth-url http://127.0.0.1:1/v3 --os-username u --os-project-name p list`,
      );
      assert.match(stderr, /Connection refused/);
    }
  });

  it('whose writer has gone is read to its end', () => {
    const { stdout, stderr, signal } = shell(
      '{ printf "ssh-rsa AAAA" > pipe & } ; { sleep 0.2; "$0" "$1" --sandbox --curl keypair-add --pub-key - k; } < pipe',
    );
    assert.equal(signal, null);
    assert.match(stdout, /"public_key": ?"ssh-rsa AAAA"/, stderr);
  });

  it('is not read any longer after Ctrl-C', async () => {
    const both = openSync(pipe, 'r+');
    const child = spawn(process.execPath, [bin, '--sandbox', 'keypair-add', '--pub-key', '-', 'k'], {
      env: env({}),
      stdio: [both, 'ignore', 'ignore'],
    });
    try {
      const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve([code, signal])));
      // Until its handler stands the signal itself ends it.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      child.kill('SIGINT');
      assert.ok([JSON.stringify([130, null]), JSON.stringify([null, 'SIGINT'])].includes(JSON.stringify(await ended)));
    } finally {
      child.kill('SIGKILL');
      closeSync(both);
    }
  });
});
