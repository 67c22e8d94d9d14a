import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { root } from '../support/imports.js';

/* The shipped program downloads objects over a real socket: whole and right, or there is nothing under their names. */

const bin = join(root, 'bin', 'stackline.js');
const home = mkdtempSync(join(tmpdir(), 'objects-'));
const content = randomBytes(3 * 1024 * 1024 + 17);
const md5 = createHash('md5').update(content).digest('hex');
const names = ['whole', '../../outside', '/absolute', 'dir/../../outside', 'dir/inside'];

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://h');
  if (pathname.endsWith('/c')) {
    const page = searchParams.has('marker') ? [] : names.map((name) => ({ name, bytes: content.length, hash: md5 }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page));
    return;
  }
  const etag = pathname.endsWith('/wrong') ? '0'.repeat(32) : md5;
  response.writeHead(200, { 'content-length': content.length, etag });
  if (!pathname.endsWith('/cut')) response.end(content);
  else response.write(content.subarray(0, 1024 * 1024), () => request.socket.destroy());
});
let url = '';
let here = '';

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/AUTH_a`;
});
beforeEach(() => {
  here = join(mkdtempSync(join(home, 'run-')), 'a', 'b');
  mkdirSync(here, { recursive: true });
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true, force: true });
});

/** @param file what runs the program; by itself if left out */
async function download(words: readonly string[], file?: readonly string[]) {
  const [command = '', ...args] = [...(file ?? []), process.execPath, bin, 'swift', 'download', ...words];
  const env = { PATH: process.env.PATH, HOME: home, OS_STORAGE_URL: url, OS_AUTH_TOKEN: 'token' };
  const child = spawn(command, args, { cwd: here, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { stdout: Buffer.concat(out), stderr, code };
}

describe('an object that is downloaded over a socket', () => {
  it('is there in full', async () => {
    const { stdout, stderr, code } = await download(['c', 'whole']);
    assert.deepEqual([stderr, code], ['', 0]);
    assert.match(
      stdout.toString(),
      /^whole \[auth 0\.\d{3}s, headers \d+\.\d{3}s, total \d+\.\d{3}s, \d+\.\d{3} MB\/s\]\n$/,
    );
    assert.deepEqual(readFileSync(join(here, 'whole')), content);
    assert.deepEqual(readdirSync(here), ['whole']);
  });

  it('goes through a pipe byte by byte', async () => {
    const { stdout, stderr, code } = await download(['c', 'whole', '-o', '-']);
    assert.deepEqual([stderr, code], ['', 0]);
    assert.ok(stdout.equals(content));
  });

  it('whose connection is cut is no file, and an error', async () => {
    const { stdout, stderr, code } = await download(['c', 'cut']);
    assert.deepEqual([stdout.toString(), code], ['', 1]);
    assert.match(stderr, /^Error downloading object 'c\/cut': Connection to \S+ was cut in the middle of the answer, /);
    assert.deepEqual(readdirSync(here), []);
  });

  it('that is not what its ETag says is no file, and an error', async () => {
    const { stdout, stderr, code } = await download(['c', 'wrong']);
    assert.deepEqual([stdout.toString(), code], ['', 1]);
    const why = `Error downloading wrong: md5sum != etag, ${md5} != ${'0'.repeat(32)}`;
    assert.equal(stderr, `Error downloading object 'c/wrong': '${why}'\n`);
    assert.deepEqual(readdirSync(here), []);
  });

  it('that has no room is no file, and an error', async () => {
    // Files of at most one megabyte: what ends a write as a full disk does.
    const limited = ['/bin/sh', '-c', 'ulimit -f 1024; exec "$@"', 'sh'];
    const { stderr, code } = await download(['c', 'whole'], limited);
    assert.deepEqual(
      [stderr, code],
      ["Error downloading object 'c/whole': Unable to write whole: File too large\n", 1],
    );
    assert.deepEqual(readdirSync(here), []);
  });

  it('is below the directory that is meant, and nowhere else, whatever it is called', async () => {
    const { stderr, code } = await download(['-q', 'c', '-D', 'there']);
    assert.equal(code, 1);
    assert.deepEqual(stderr.match(/(?<=^Error downloading object ').*?(?=')/gm)?.sort(), [
      'c/../../outside',
      'c/dir/../../outside',
    ]);
    for (let up = here; up !== home; up = dirname(up)) assert.ok(!existsSync(join(up, 'outside')), up);
    assert.deepEqual(readdirSync(join(here, 'there')).sort(), ['absolute', 'dir', 'whole']);
    assert.deepEqual(readFileSync(join(here, 'there', 'dir', 'inside')), content);
    assert.deepEqual(readdirSync(here), ['there']);
  });
});
