import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { nextProgram } from '../../src/host/next-program.js';
import { root } from '../support/imports.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* Which program comes after us in PATH, and that running it is as if it had been called. */

const home = temporaryDirectory({ after });

function directory(name: string): string {
  mkdirSync(join(home, name));
  return join(home, name);
}

function script(directory: string, text: string, mode = 0o755): string {
  const file = join(directory, 'nova');
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, mode);
  return file;
}

const [before, ours, links, plain, wrapper, real] = ['before', 'ours', 'links', 'plain', 'wrapper', 'real'].map(
  directory,
);
const us = join(String(ours), 'nova');
symlinkSync(join(root, 'bin', 'stackline.js'), us);
symlinkSync(us, join(String(links), 'nova'));
script(String(before), 'exit 1');
script(String(plain), 'exit 2', 0o644);
const ofWrapper = script(String(wrapper), `exec ${process.execPath} ${us} "$@"`);
const ofReal = script(String(real), 'echo "real: $*"; /bin/cat; echo warning >&2; exit 7');

const path = (...directories: readonly (string | undefined)[]): string => directories.join(':');
const found = (own: string, env: Record<string, string>) => nextProgram(own, 'nova', env, process)?.file;

describe('the next program of our name', () => {
  it('comes after us in PATH, and is no link to us, no directory and no plain file', () => {
    mkdirSync(join(String(directory('folder')), 'nova'));
    const PATH = path(before, ours, links, plain, join(home, 'folder'), join(home, 'none'), real);
    assert.equal(found(us, { PATH }), ofReal);
  });

  it('is any in PATH where we were called by a path that is not in it', () => {
    assert.equal(found(us, { PATH: path(links, wrapper, real) }), ofWrapper);
  });

  it('is none that has handed the command line over already', () => {
    const PATH = path(wrapper, real);
    assert.equal(found(us, { PATH, STACKLINE_HANDED_OVER: ofWrapper }), ofReal);
    assert.equal(found(us, { PATH, STACKLINE_HANDED_OVER: path(ofWrapper, ofReal) }), undefined);
  });

  it('is no hard link to us', () => {
    const [first, second] = [directory('first'), directory('second')];
    const own = script(first, 'exit 1');
    linkSync(own, join(second, 'nova'));
    assert.equal(found(own, { PATH: path(first, second, real) }), ofReal);
    assert.equal(found(own, { PATH: path(first, second) }), undefined);
  });

  it('is for our own name the one after the script that has had the line from us', () => {
    const own = join(home, 'stackline');
    const PATH = path(ours, wrapper, real);
    assert.equal(found(own, { PATH, STACKLINE_HANDED_OVER: ofWrapper }), ofReal);
    assert.equal(found(own, { PATH }), undefined);
    assert.equal(found(own, { PATH, STACKLINE_HANDED_OVER: join(String(wrapper), 'glance') }), undefined);
  });

  it('is none of a directory that is named from the current one', () => {
    assert.equal(found(us, { PATH: ':.:bin' }), undefined);
    assert.equal(found(us, {}), undefined);
  });
});

/** The shipped program, by the name of nova, with a verb that nobody has. */
function called(words: readonly string[], PATH: string, input = '', signal?: NodeJS.Signals) {
  const env = { HOME: home, PATH };
  return new Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>(
    (resolve) => {
      const child = spawn(process.execPath, [us, ...words], { env, stdio: 'pipe', detached: true });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
        // Not before all of it runs: what is ended earlier ends as if nobody had been told.
        if (signal !== undefined && String(chunk) === 'ready\n') child.kill(signal);
      });
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      child.on('close', (code, ended) => resolve({ code, signal: ended, stdout, stderr }));
      child.stdin.end(input);
    },
  );
}

describe('running it', () => {
  it('gives it our words, input, output and errors, and gives its exit code', async () => {
    const end = await called(['frob', 'a b', '--x'], path(ours, real), 'typed\n');
    assert.deepEqual(end, { code: 7, signal: null, stdout: 'real: frob a b --x\ntyped\n', stderr: 'warning\n' });
  });

  it('goes past a script that calls us, to the program behind it', async () => {
    const end = await called(['frob'], path(wrapper, real));
    assert.deepEqual([end.code, end.stdout], [7, 'real: frob\n']);
  });

  it('goes past a script that calls us by our own name', async () => {
    const named = directory('named');
    script(named, `exec ${process.execPath} ${join(root, 'bin', 'stackline.js')} nova "$@"`);
    const end = await called(['frob', 'x'], path(ours, named, real));
    assert.deepEqual([end.code, end.stdout], [7, 'real: frob x\n']);
  });

  it('ends with our own sentence where only scripts that call us are there', async () => {
    const end = await called(['frob'], path(wrapper));
    assert.deepEqual([end.code, end.stdout], [2, '']);
    assert.match(end.stderr, /invalid choice: 'frob'/);
  });

  it('hands signals on, and ends by the one that ended it', async () => {
    const sleeping = directory('sleeping');
    script(sleeping, 'trap "echo told; exit 9" USR2; echo ready; while :; do /bin/sleep 0.05; done');
    const told = await called(['frob'], path(sleeping), '', 'SIGUSR2');
    assert.deepEqual([told.code, told.signal, told.stdout], [9, null, 'ready\ntold\n']);
    const ended = directory('ended');
    script(ended, 'echo ready; exec /bin/sleep 60');
    const killed = await called(['frob'], path(ended), '', 'SIGTERM');
    assert.deepEqual([killed.code, killed.signal, killed.stdout], [null, 'SIGTERM', 'ready\n']);
  });
});
