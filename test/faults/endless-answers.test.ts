import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { deep } from '../support/property.js';
import { isList, isLogin, type Meant, on, wire, withHeaders, withoutLength } from './fault-cloud.js';
import { known, meet, pause, says } from './meeting.js';

describe('a server that compresses', () => {
  const pack = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync };
  for (const [encoding, compress] of Object.entries(pack)) {
    it(`${encoding}: right when whole, and not when cut or damaged`, async () => {
      const whole = says((meant) => withHeaders(meant, { 'content-encoding': encoding }, compress(meant.body)));
      assert.equal(await meet('compressed', encoding, whole, known()), 'right');
      let size = 1;
      for (let at = 0; at < size && encoding !== 'x-gzip'; at += deep ? 1 : 17) {
        const cut = says((meant) => {
          const packed = compress(meant.body);
          size = packed.length;
          return withHeaders(meant, { 'content-encoding': encoding }, packed.subarray(0, at));
        });
        assert.equal(await meet('compressed', `${encoding} cut at ${at}`, cut, known()), 'failed', `at ${at}`);
        const turned = says((meant) => {
          const packed = Buffer.from(compress(meant.body));
          packed.writeUInt8(packed.readUInt8(at) ^ (1 << (at % 8)), at);
          return withHeaders(meant, { 'content-encoding': encoding }, packed);
        });
        await meet('compressed', `${encoding} turned at ${at}`, turned, known());
      }
    });
  }

  it('into more than anybody can hold', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 1 });
    const fault = says((meant) => withHeaders(meant, { 'content-encoding': 'gzip' }, bomb));
    assert.equal(await meet('endless', 'gzip', fault, known()), 'failed');
  });
});

function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

describe('what does not end', () => {
  it('429 for ever, for a while, or for a day', async () => {
    for (const [status, wish] of [
      [429, '0'],
      [503, '0'],
      [429, '86400'],
      [503, 'Fri, 31 Dec 2999 23:59:59 GMT'],
    ] as const) {
      const busy = (meant: Meant): Buffer =>
        withHeaders(
          { ...meant, status },
          { 'retry-after': wish },
          Buffer.from('{"overLimit": {"message": "Slow down"}}'),
        );
      let asked = 0;
      const forEver = on(isList, (socket, meant) => {
        asked += 1;
        socket.write(busy(meant));
      });
      assert.equal(await meet('busy', `${status} for ever`, forEver, known(), 'list'), 'failed');
      assert.equal(asked, wish === '0' ? 3 : 1);
      if (wish !== '0') continue;
      asked = 0;
      const once = on(isList, (socket, meant) => {
        asked += 1;
        socket.write(asked === 1 ? busy(meant) : wire(meant));
      });
      assert.equal(await meet('busy', `${status} once`, once, known(), 'list'), 'right');
    }
  });

  it('redirects: to itself, on and on, back and forth, elsewhere, to nothing', async () => {
    const count = counter();
    const targets: readonly (readonly [string, (meant: Meant) => string])[] = [
      ['itself', ({ request }) => request.url],
      ['on and on', ({ request }) => `${request.url}/servers/detail/${count()}`],
      ['elsewhere', () => 'http://127.0.0.1:9/servers/detail'],
      ['another scheme', ({ request }) => request.url.replace('http:', 'https:')],
      ['nothing', () => ''],
      ['no URL', () => 'http://['],
      ['a file', () => 'file:///etc/passwd'],
    ];
    for (const status of [301, 302, 303, 307, 308]) {
      for (const [what, target] of targets) {
        for (const which of [isList, isLogin]) {
          const fault = on(
            which,
            (socket, meant) =>
              void socket.write(withHeaders({ ...meant, status }, { location: target(meant) }, Buffer.alloc(0))),
          );
          // Nobody there speaks TLS.
          const line = what === 'another scheme' ? 'list --retries 0 --timeout 0.2' : undefined;
          const setting = which === isList ? known() : {};
          const outcome = await meet('redirect', `${status} to ${what}`, fault, setting, line);
          assert.equal(outcome, 'failed', `${status} to ${what}`);
        }
      }
    }
  });

  it('pages: the same again, back and forth, elsewhere, and always one more', async () => {
    const count = counter();
    const links: readonly (readonly [string, (url: string) => unknown])[] = [
      ['itself', (url) => url],
      ['the first', (url) => `${url.replace(/\?.*/, '')}?marker=1`],
      ['another host', () => 'http://127.0.0.1:9/servers/detail?marker=1'],
      ['another list', (url) => `${new URL(url).origin}/identity/v3/users?marker=1`],
      ['no URL', () => 'http://['],
      ['one more', (url) => `${url.replace(/\?.*/, '')}?marker=${count()}`],
    ];
    for (const [what, link] of links) {
      let page = {};
      const fault = on(isList, (socket, meant) => {
        if (!meant.request.url.includes('?')) page = JSON.parse(meant.body.toString()) as object;
        const next = [{ rel: 'next', href: link(meant.request.url) }];
        const body = Buffer.from(JSON.stringify({ ...page, servers_links: next }));
        socket.write(withHeaders({ ...meant, status: 200 }, {}, body));
      });
      const outcome = await meet('pages', what, fault, known(), 'list --retries 0 --deadline 1');
      assert.equal(outcome, 'failed', what);
    }
  });

  it('a body of 2 GB, announced or not, a head of 2 GB, and interim answers', { timeout: 60_000 }, async () => {
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const pour = async (socket: Socket, head: string | Buffer, make: (piece: Buffer) => readonly Buffer[]) => {
      socket.write(head);
      for (let size = 0; size < 2 ** 31 && !socket.destroyed; size += piece.length) {
        for (const part of make(piece)) {
          if (!socket.write(part)) await Promise.race([new Promise((r) => socket.once('drain', r)), pause(200)]);
        }
      }
      socket.end();
    };
    const announced = on(isList, (socket, meant) =>
      pour(
        socket,
        wire({ ...meant, headers: { ...meant.headers, 'content-length': String(2 ** 31) }, body: Buffer.alloc(0) }),
        (one) => [one],
      ),
    );
    assert.equal(await meet('endless', 'announced', announced, known()), 'failed');
    const endless = on(isList, (socket, meant) =>
      pour(
        socket,
        wire({ ...withoutLength(meant, { 'transfer-encoding': 'chunked' }), body: Buffer.alloc(0) }),
        (one) => [Buffer.from(`${one.length.toString(16)}\r\n`), one, Buffer.from('\r\n')],
      ),
    );
    assert.equal(await meet('endless', 'chunks', endless, known()), 'failed');
    const head = on(isList, (socket) =>
      pour(socket, 'HTTP/1.1 200 OK\r\nx: ', (one) => [Buffer.from(one.toString().replaceAll(' ', 'x'))]),
    );
    assert.equal(await meet('endless', 'head', head, known()), 'failed');
    const interim = on(isList, async (socket) => {
      for (let number = 0; number < 2000 && !socket.destroyed; number += 1)
        socket.write('HTTP/1.1 102 Processing\r\n\r\n');
    });
    assert.equal(await meet('endless', 'interim', interim, known(), 'list --retries 0 --timeout 0.3'), 'failed');
  });
});
