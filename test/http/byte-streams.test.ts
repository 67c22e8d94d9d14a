import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Failure } from '../../src/core/errors.js';
import { readBytes, readText } from '../../src/http/body.js';
import type { ByteStreams, Upload } from '../../src/http/byte-streams.js';
import type { TransportOptions } from '../../src/http/http-transport.js';
import { proxyFor } from '../../src/http/proxy.js';
import { importsOf } from '../support/imports.js';
import { proxyServer, type TestCertificate, testCertificate } from './proxy-server.js';
import { byteStreams, failure, http, listen, network, raw } from './servers.js';

const MEBI = 1024 * 1024;
const sha = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7 + (index >> 8)) % 256));

const get = (send: ByteStreams, url: string) =>
  send({ method: 'GET', url, headers: { 'x-auth-token': 'secret-token' } });
const put = (send: ByteStreams, url: string, body: Upload) =>
  send({ method: 'PUT', url, headers: { 'content-type': 'application/octet-stream' }, body });

/** The bytes in pieces of this size. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Stored {
  readonly path: string;
  readonly length: string | undefined;
  readonly coding: string | undefined;
  readonly sha: string;
}

/** Keeps the hash of what is put there, and gives `content` to whoever asks. */
function store(stored: Stored[]) {
  return async (request: IncomingMessage, response: import('node:http').ServerResponse): Promise<void> => {
    if (request.method === 'GET') return void response.end(content);
    const hash = createHash('sha256');
    try {
      for await (const chunk of request) hash.update(chunk as Buffer);
    } catch {
      return; // cut: nothing is stored
    }
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
    stored.push({ path: request.url ?? '', length, coding, sha: hash.digest('hex') });
    response.writeHead(201).end();
  };
}

let certificate: TestCertificate;
before(() => {
  certificate = testCertificate();
});
after(() => certificate.remove());

async function secureStore(t: TestContext, stored: Stored[]): Promise<string> {
  const server = createHttpsServer({ key: certificate.key, cert: certificate.cert }, store(stored));
  server.on('tlsClientError', () => {});
  return `https://${await listen(t, server)}`;
}

describe('bytes go down and up', () => {
  const ways: Readonly<
    Record<
      string,
      (t: TestContext, stored: Stored[]) => Promise<[string, TransportOptions, (() => readonly string[])?]>
    >
  > = {
    http: async (t, stored) => [await http(t, store(stored)), {}],
    https: async (t, stored) => [await secureStore(t, stored), { cacert: certificate.path }],
    'http through a proxy': async (t, stored) => {
      const { url, asked } = await proxyServer(t);
      return [await http(t, store(stored)), { proxy: (to) => proxyFor(to, { http_proxy: url }) }, () => asked];
    },
    'https through a proxy': async (t, stored) => {
      const { url, asked } = await proxyServer(t);
      const proxy = (to: URL) => proxyFor(to, { https_proxy: url });
      return [await secureStore(t, stored), { cacert: certificate.path, proxy }, () => asked];
    },
  };
  for (const [way, open] of Object.entries(ways)) {
    it(way, async (t) => {
      const stored: Stored[] = [];
      const [url, options, asked] = await open(t, stored);
      const send = byteStreams(t, options);
      const down = await get(send, `${url}/image`);
      assert.equal(down.status, 200);
      assert.equal(sha(await readBytes(down)), sha(content));
      const known = await put(send, `${url}/known`, { bytes: pieces(content, 1000), length: content.length });
      assert.equal(known.status, 201);
      const unknown = await put(send, `${url}/unknown`, { bytes: pieces(content, 100_000) });
      assert.equal(unknown.status, 201);
      const hash = sha(content);
      assert.deepEqual(stored, [
        { path: '/known', length: '300000', coding: undefined, sha: hash },
        { path: '/unknown', length: undefined, coding: 'chunked', sha: hash },
      ]);
      if (asked !== undefined) assert.ok(asked().length > 0);
    });
  }

  it('a server whose certificate is not trusted is told nothing', async (t) => {
    const stored: Stored[] = [];
    const url = await secureStore(t, stored);
    let taken = 0;
    const body = async function* () {
      taken += 1;
      yield content;
    };
    await assert.rejects(put(byteStreams(t), url, { bytes: body() }), failure('SSLError', /self-signed/));
    assert.deepEqual([stored, taken], [[], 0]);
  });

  it('nothing at all, with and without a length', async (t) => {
    const stored: Stored[] = [];
    const url = await http(t, store(stored));
    const send = byteStreams(t);
    await put(send, `${url}/a`, { bytes: pieces(Buffer.alloc(0), 1), length: 0 });
    await put(send, `${url}/b`, { bytes: pieces(Buffer.alloc(0), 1) });
    assert.deepEqual(
      stored.map(({ length, sha }) => [length, sha]),
      [
        ['0', sha()],
        ['0', sha()],
      ],
    );
  });
});

describe('the network', () => {
  it('has streams for whoever asks, and loads undici for nobody else', async (t) => {
    const files = new Set<string>();
    const visit = (file: string): void => {
      if (files.has(file) || !file.startsWith('src/')) return;
      files.add(file);
      for (const { to, kind } of importsOf(file)) if (kind === 'static') visit(to);
    };
    visit('src/http/http-transport.ts');
    assert.ok(files.has('src/http/connection-pool.ts'));
    assert.deepEqual(
      [...files].filter((file) => /undici|byte-streams|upload/.test(file)),
      [],
    );

    const stored: Stored[] = [];
    const url = await http(t, store(stored));
    const opened = network(t, { readTimeout: 5000 });
    const send = await opened.streams();
    assert.equal(send, await opened.streams());
    assert.equal((await put(send, url, { bytes: pieces(content, 70_000) })).status, 201);
    await opened.close();
    await assert.rejects(get(send, url), failure('UnknownConnectionError', /was aborted$/));
  });
});

describe('a download', () => {
  it('arrives as it was stored; only what is said of an error is unpacked', async (t) => {
    const packed = gzipSync('{"message":"no such image"}');
    const url = await http(t, (request, response) => {
      response.writeHead(request.url === '/stored' ? 200 : 404, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      });
      response.end(packed);
    });
    const send = byteStreams(t);
    const stored = await get(send, `${url}/stored`);
    assert.equal(stored.headers['content-encoding'], 'gzip');
    assert.deepEqual(await readBytes(stored), packed);
    assert.equal(await readText(await get(send, `${url}/missing`)), '{"message":"no such image"}');
  });

  it('follows no redirect: the token goes nowhere else', async (t) => {
    let asked = 0;
    const other = await http(t, (_request, response) => {
      asked += 1;
      response.end();
    });
    const targets = [`${other}/x`, '/elsewhere', 'http://['];
    for (const [index, location] of targets.entries()) {
      const url = await http(t, (request, response) => {
        if (request.url === '/image') response.writeHead(302, { location }).end('moved');
        else asked += 1;
      });
      const said = [
        /redirects to http:\S+\/x, which/,
        /redirects to http:\S+\/elsewhere, which/,
        /to something that is no URL/,
      ];
      await assert.rejects(get(byteStreams(t), `${url}/image`), failure('UnknownConnectionError', said[index] ?? /^$/));
    }
    assert.equal(asked, 0);
  });

  it('from many hosts at once', async (t) => {
    const hosts = await Promise.all(
      Array.from({ length: 6 }, (_, host) =>
        http(t, (request, response) => setImmediate(() => response.end(`${host}${request.url}`))),
      ),
    );
    const send = byteStreams(t);
    for (let round = 0; round < 2; round += 1) {
      const all = hosts.flatMap((url, host) =>
        ['/a', '/b', '/c', '/d'].map((path) => ({ url: url + path, is: `${host}${path}` })),
      );
      assert.deepEqual(
        await Promise.all(all.map(async ({ url }) => readText(await get(send, url)))),
        all.map(({ is }) => is),
      );
    }
  });
});

/** A source that counts what is taken from it, and knows when it is let go. */
function source(piece: Uint8Array, count: number, before: (index: number) => Promise<void> | void = () => undefined) {
  const seen = { taken: 0, ended: false };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      for (let index = 0; index < count; index += 1) {
        await before(index);
        seen.taken += piece.length;
        yield piece;
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, bytes: bytes() };
}

const turns = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await turn();
};

describe('an upload', () => {
  it('whose server takes nothing waits instead of filling the memory, and is given up after a while', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const url = await raw(t, (socket) => void socket.pause());
    const { seen, bytes } = source(Buffer.alloc(MEBI), 1024);
    const end = assert.rejects(
      put(byteStreams(t, { readTimeout: 1000 }), url, { bytes }),
      failure('ConnectTimeout', /timed out: no answer for 1 second$/, /look before you repeat it/),
    );
    for (let before = -1, still = 0; still < 200; still = seen.taken === before ? still + 1 : 0) {
      before = seen.taken;
      await turn();
    }
    assert.ok(seen.taken > 0 && seen.taken < 100 * MEBI, `${seen.taken} bytes were taken and nobody has read one`);
    t.mock.timers.tick(1000);
    await end;
    await turns(5);
    assert.equal(seen.ended, true);
  });

  it('from a source that takes its time is not given up: the server is not silent', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const stored: Stored[] = [];
    const url = await http(t, store(stored));
    const { bytes } = source(Buffer.from('x'), 3, async () => {
      await turns(5);
      t.mock.timers.tick(10_000);
    });
    const { status } = await put(byteStreams(t, { readTimeout: 1000 }), url, { bytes, length: 3 });
    assert.deepEqual([status, stored[0]?.sha], [201, sha(Buffer.from('xxx'))]);
  });

  for (const length of [undefined, 4 * 65_536]) {
    const how = length === undefined ? 'in chunks' : 'of a known length';
    it(`${how}, whose source fails, ends with that error, and nothing is stored`, async (t) => {
      const stored: Stored[] = [];
      const url = await http(t, store(stored));
      const gone = Object.assign(new Error('ENOENT: /tmp/x'), { code: 'ENOENT' });
      const { bytes } = source(Buffer.alloc(65_536), 4, (index) => {
        if (index === 3) throw gone;
      });
      const send = byteStreams(t);
      await assert.rejects(put(send, url, { bytes, ...(length === undefined ? {} : { length }) }), (error: unknown) => {
        assert.ok(error instanceof Failure);
        assert.equal(error.message, 'Cannot read what is to be sent: No such file or directory');
        assert.equal(error.cause, gone);
        return true;
      });
      const own = new Failure('The image is encrypted', { name: 'Own' });
      const failing = source(Buffer.alloc(10), 1, () => Promise.reject(own));
      await assert.rejects(put(send, url, { bytes: failing.bytes }), (error: unknown) => error === own);
      assert.equal(await readText(await get(send, url)).then(({ length }) => length > 0), true);
      assert.deepEqual(stored, []);
    });

    it(`${how}, whose server resets the connection, ends with an error that does not say that nothing was done`, async (t) => {
      let requests = 0;
      const url = await raw(t, (socket) => {
        requests += 1;
        socket.resetAndDestroy();
      });
      const { seen, bytes } = source(Buffer.alloc(65_536), 4096);
      await assert.rejects(
        put(byteStreams(t), url, { bytes, ...(length === undefined ? {} : { length: 4096 * 65_536 }) }),
        failure('ConnectFailure', /Connection reset by peer|closed by peer/, /look before you repeat it/),
      );
      await turns(5);
      assert.deepEqual([requests, seen.ended], [1, true]);
    });
  }

  it('that is shorter or longer than was announced ends with an error, and nothing is stored', async (t) => {
    const stored: Stored[] = [];
    const url = await http(t, store(stored));
    const send = byteStreams(t);
    await assert.rejects(
      put(send, url, { bytes: pieces(content, 1000), length: content.length + 1 }),
      failure('CommandError', /^There is less to send than was announced: 300000 of 300001 bytes$/),
    );
    await assert.rejects(
      put(send, url, { bytes: pieces(content, 1000), length: content.length - 1 }),
      failure('CommandError', /^There is more to send than the 299999 bytes that were announced$/),
    );
    await assert.rejects(
      put(send, url, { bytes: pieces(content, 1000), length: 0 }),
      failure('CommandError', /more to send/),
    );
    assert.deepEqual(stored, []);
  });

  it('that is answered before it has been read gets its answer, and its source is let go', async (t) => {
    for (const forEver of [false, true]) {
      let socketOf: Socket | undefined;
      const url = await raw(t, (socket, head) => {
        if (!head.startsWith('PUT')) return;
        socketOf = socket;
        socket.write('HTTP/1.1 401 Unauthorized\r\nContent-Length: 7\r\n\r\nwho is?');
      });
      const { seen, bytes } = source(Buffer.alloc(1000), 1_000_000, (index) =>
        forEver && index === 1 ? new Promise<void>(() => {}) : turns(1),
      );
      const response = await put(byteStreams(t), url, { bytes, length: 1_000_000_000 });
      assert.deepEqual([response.status, await readText(response)], [401, 'who is?']);
      while (!socketOf?.closed) await turn();
      // A generator that waits for ever cannot be woken by anybody.
      if (!forEver) assert.equal(seen.ended, true);
    }
  });

  it('is sent once, over a connection of its own', async (t) => {
    const stored: Stored[] = [];
    const connections = new Set<Socket>();
    const url = await http(t, (request, response) => {
      connections.add(request.socket);
      if (request.url === '/lost') {
        request.resume().on('end', () => request.socket.destroy());
        return;
      }
      void store(stored)(request, response);
    });
    const send = byteStreams(t);
    await readBytes(await get(send, url));
    await put(send, url, { bytes: pieces(content, 1000) });
    assert.equal(connections.size, 2);
    await assert.rejects(
      put(send, `${url}/lost`, { bytes: pieces(content, 1000) }),
      failure('ConnectFailure', /closed connection without response$/, /look before you repeat it/),
    );
    assert.equal(connections.size, 3);
  });
});
