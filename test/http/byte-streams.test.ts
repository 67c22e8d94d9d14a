import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readBytes, readText } from '../../src/http/body.js';
import type { TransportOptions } from '../../src/http/http-transport.js';
import { proxyFor } from '../../src/http/proxy.js';
import { importsOf } from '../support/imports.js';
import { proxyServer } from './proxy-server.js';
import { byteStreams, failure, http, network } from './servers.js';
import { certificate, content, get, pieces, put, type Stored, secureStore, sha, store } from './stored-bytes.js';

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
    const opened = network(t);
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
