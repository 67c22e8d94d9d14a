import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { root } from '../support/imports.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* The built program on real sockets and real files: an image is there whole and right, or it is not there. */

const CONTENT = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 2_654_435_761) >>> 24));
const FILE = '/v2/images/one/file';

/** What becomes of the request for an image's bytes; undefined: all of them come. */
type Mishap = (request: IncomingMessage, response: ServerResponse) => void;

/** An image service with one image. What is asked of its bytes: the `Range` of each request, `all` without one. */
async function service(t: TestContext, { mishap, hash = 'sha512' }: { mishap?: Mishap; hash?: string } = {}) {
  const asked: string[] = [];
  const image = {
    ...{ id: 'one', name: 'one', status: 'active', size: CONTENT.length, checksum: sum('md5') },
    ...{ os_hash_algo: hash, os_hash_value: sum('sha512') },
  };
  const mishaps = mishap === undefined ? [] : [mishap];
  const server = createServer((request, response) => {
    if (request.url !== FILE) return response.end(JSON.stringify(image));
    asked.push(request.headers.range ?? 'all');
    const next = mishaps.shift();
    return next === undefined ? give(request, response) : next(request, response);
  });
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const sum = (algorithm: string): string => createHash(algorithm).update(CONTENT).digest('hex');

const BYTES = { 'content-type': 'application/octet-stream' };

function give({ headers }: IncomingMessage, response: ServerResponse): void {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  const rest = CONTENT.subarray(from);
  const range = { 'content-range': `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` };
  response.writeHead(from === 0 ? 200 : 206, { ...BYTES, 'content-length': rest.length, ...(from > 0 && range) });
  response.end(rest);
}

/** So many bytes come, and the connection is gone. */
const cutAfter =
  (count: number): Mishap =>
  (_, response) => {
    response.writeHead(200, { ...BYTES, 'content-length': CONTENT.length });
    response.write(CONTENT.subarray(0, count), () => response.socket?.destroy());
  };

/** One bit of them is another. */
const spoiled: Mishap = (_, response) => {
  const bytes = Buffer.from(CONTENT);
  bytes[1_234_567] = (bytes[1_234_567] ?? 0) ^ 1;
  response.writeHead(200, { ...BYTES, 'content-length': bytes.length }).end(bytes);
};

function directory(t: TestContext): string {
  const path = temporaryDirectory(t);
  return path;
}

interface Place {
  readonly url: string;
  readonly cwd: string;
  /** A shell's words before the program: `ulimit -f 1; exec "$0" "$@"`. */
  readonly shell?: string;
}

/** Runs `glance image-download one` in a directory. */
async function download({ url, cwd, shell }: Place, ...words: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: join(cwd, '..'), OS_TOKEN: 'token', OS_IMAGE_URL: url };
  const line = [join(root, 'bin', 'stackline.js'), 'glance', 'image-download', 'one', '--no-cache', ...words];
  const [file, args] =
    shell === undefined ? [process.execPath, line] : ['sh', ['-c', shell, process.execPath, ...line]];
  const child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stderr, stdout: Buffer.concat(out) };
}

describe('an image that is downloaded over the network', () => {
  it('is a file of its bytes, and nothing else', async (t) => {
    const [{ url }, cwd] = [await service(t), directory(t)];
    const { code, stderr } = await download({ url, cwd }, '--file', 'image');
    assert.deepEqual([code, stderr, readdirSync(cwd)], [0, '', ['image']]);
    assert.ok(readFileSync(join(cwd, 'image')).equals(CONTENT));
  });

  it('goes to a pipe as it is', async (t) => {
    const [{ url }, cwd] = [await service(t), directory(t)];
    const { code, stderr, stdout } = await download({ url, cwd });
    assert.deepEqual([code, stderr, readdirSync(cwd)], [0, '', []]);
    assert.ok(stdout.equals(CONTENT));
  });

  it('is not there when the connection is cut, and what was there stays', async (t) => {
    const [{ url, asked }, cwd] = [await service(t, { mishap: cutAfter(2_000_000) }), directory(t)];
    writeFileSync(join(cwd, 'image'), 'old');
    const { code, stderr } = await download({ url, cwd }, '--file', 'image');
    assert.equal(code, 1, stderr);
    assert.match(stderr, /\S+ \S+/);
    assert.deepEqual([readdirSync(cwd), readFileSync(join(cwd, 'image'), 'utf8'), asked], [['image'], 'old', ['all']]);
  });

  it('fails at the end of a pipe when the connection is cut', async (t) => {
    const [{ url }, cwd] = [await service(t, { mishap: cutAfter(2_000_000) }), directory(t)];
    const { code, stderr } = await download({ url, cwd });
    assert.equal(code, 1, stderr);
  });

  it('is not there when it comes to another hash', async (t) => {
    for (const hash of ['sha512', 'sha9']) {
      const [{ url }, cwd] = [await service(t, { mishap: spoiled, hash }), directory(t)];
      const { code, stderr } = await download({ url, cwd }, '--file', 'image', '--allow-md5-fallback');
      assert.equal(code, 1);
      const what = hash === 'sha512' ? 'Hash' : 'Checksum';
      assert.match(stderr, new RegExp(`^\\[Errno 32\\] Corrupt image download\\. ${what} was \\w+ expected \\w+\\n$`));
      assert.deepEqual(readdirSync(cwd), []);
    }
  });

  it('fails at the end of a pipe when it comes to another hash', async (t) => {
    const [{ url }, cwd] = [await service(t, { mishap: spoiled }), directory(t)];
    const { code, stderr } = await download({ url, cwd });
    assert.equal(code, 1);
    assert.match(stderr, /Corrupt image download/);
  });

  it('is not there when the disk is full', async (t) => {
    const [{ url }, cwd] = [await service(t), directory(t)];
    // A file may have 512 blocks of 512 or 1024 bytes.
    const { code, stderr } = await download(
      { url, cwd, shell: 'ulimit -f 512; exec "$0" "$@"' },
      ...['--file', 'image'],
    );
    assert.equal(code, 1, stderr);
    assert.match(stderr, /^Unable to write image: \S+/);
    assert.deepEqual(readdirSync(cwd), []);
  });

  it('is an error on a device that is full', { skip: process.platform !== 'linux' }, async (t) => {
    const [{ url }, cwd] = [await service(t), directory(t)];
    const { code, stderr } = await download({ url, cwd }, '--file', '/dev/full');
    assert.equal(code, 1);
    assert.equal(stderr, 'Unable to write /dev/full: No space left on device\n');
  });

  it('goes on where it was cut, by range, and is checked as a whole', async (t) => {
    const [{ url, asked }, cwd] = [await service(t, { mishap: cutAfter(2_000_000) }), directory(t)];
    const first = await download({ url, cwd }, '--file', 'image', '--resume');
    assert.equal(first.code, 1, first.stderr);
    const [, kept] =
      /^(\d+) bytes are kept in \S*image\.part; the same command goes on from there\.$/m.exec(first.stderr) ?? [];
    assert.deepEqual(readdirSync(cwd), ['image.part']);
    const second = await download({ url, cwd }, '--file', 'image', '--resume');
    assert.equal(second.code, 0, second.stderr);
    assert.equal(second.stderr, `Resuming at ${kept} of ${CONTENT.length} bytes.\n`);
    assert.deepEqual([readdirSync(cwd), asked], [['image'], ['all', `bytes=${kept}-`]]);
    assert.ok(readFileSync(join(cwd, 'image')).equals(CONTENT));
  });

  it('whose part is of something else is not there, and neither is the part', async (t) => {
    const [{ url, asked }, cwd] = [await service(t), directory(t)];
    writeFileSync(join(cwd, 'image.part'), 'another image');
    const { code, stderr } = await download({ url, cwd }, '--file', 'image', '--resume');
    assert.equal(code, 1);
    assert.match(stderr, /Corrupt image download\. Hash was/);
    assert.deepEqual([readdirSync(cwd), asked], [[], ['bytes=13-']]);
  });
});
