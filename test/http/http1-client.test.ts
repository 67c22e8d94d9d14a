import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { describe, it } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { readText } from '../../src/http/body.js';
import type { Connection } from '../../src/http/connection.js';
import { exchange, StaleConnection } from '../../src/http/exchange.js';
import { http1Client } from '../../src/http/http1-client.js';
import type { HttpResponse } from '../../src/http/transport.js';

/* Our connection on sockets of memory, where a test decides in which order things happen. */

/** The near end of a connection: what is written is kept, what is said comes at once. */
class FakeSocket extends Duplex {
  written = '';
  override _read(): void {}
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.written += chunk.toString('latin1');
    done();
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

function connected() {
  const sockets: FakeSocket[] = [];
  const connection = http1Client('cloud:8774', (done) => {
    const socket = new FakeSocket();
    sockets.push(socket);
    done(null, socket as unknown as Socket);
  });
  const ask = (method: string, body?: string): Promise<HttpResponse> =>
    exchange({
      connection: connection as Connection,
      message: { method, path: '/', headers: {}, ...(body === undefined ? {} : { body }) },
      url: 'http://cloud:8774/',
      readTimeout: 60_000,
      maxBody: 1000,
      safe: method === 'GET',
      mayRepeat: method === 'GET',
      done: () => undefined,
    });
  return { sockets, connection, ask };
}

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a kept connection', () => {
  it('is not used again when something comes on it before the next request has been written', async () => {
    for (const unasked of [OK, 'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n', 'x']) {
      const { sockets, ask } = connected();
      const first = ask('GET');
      sockets[0]?.push(OK);
      assert.equal(await readText(await first), 'ok');
      const second = ask('GET');
      sockets[0]?.push(unasked);
      await turn();
      await turn();
      assert.equal(sockets.length, 2, 'the second request goes over another connection');
      assert.equal(sockets[0]?.destroyed, true);
      assert.equal(sockets[0]?.written.match(/GET/g)?.length, 1);
      sockets[1]?.push(OK.replace('ok', 'no'));
      assert.equal(await readText(await second), 'no');
    }
  });

  it('is not used again when it ends before the next request has been written', async () => {
    const { sockets, ask } = connected();
    const first = ask('PUT', '{}');
    sockets[0]?.push(OK);
    assert.equal(await readText(await first), 'ok');
    const second = ask('PUT', '{}');
    sockets[0]?.push(null);
    await turn();
    await turn();
    assert.equal(sockets.length, 2);
    assert.equal(sockets[0]?.written.match(/PUT/g)?.length, 1);
    sockets[1]?.push(OK);
    assert.equal(await readText(await second), 'ok');
  });

  it('that closes once the next request has been written: what reads may be repeated, a change may have been made', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'POST']) {
      const { sockets, ask, connection } = connected();
      const first = ask('GET');
      sockets[0]?.push(OK);
      assert.equal(await readText(await first), 'ok');
      assert.equal(connection.isUsed(), true);
      const second = ask(method);
      const rejected = assert.rejects(second, (error: unknown) => {
        if (method === 'GET') return error instanceof StaleConnection;
        assert.ok(error instanceof Failure && !(error instanceof StaleConnection));
        assert.equal(error.exitReason, 'unknown');
        assert.match(error.hint ?? '', /It is not known whether the server has done what was asked/);
        return true;
      });
      await turn();
      sockets[0]?.push(null);
      await rejected;
      assert.equal(sockets.length, 1);
      assert.equal(sockets[0]?.written.match(/HTTP\/1\.1/g)?.length, 2);
    }
  });
});

describe('a request', () => {
  it('is not written when there is something in it that would be another line', async () => {
    const { sockets, connection } = connected();
    const send = (message: { method?: string; path?: string; headers?: Record<string, string> }): void =>
      connection.send({ method: 'GET', path: '/', headers: {}, ...message }, {} as never);
    for (const [message, said] of [
      [{ path: '/a b' }, 'invalid path'],
      [{ path: '/a\r\nx: y' }, 'invalid path'],
      [{ path: '' }, 'invalid path'],
      [{ method: 'GET /x HTTP/1.1\r\nx:' }, 'invalid method'],
      [{ method: 'get' }, 'invalid method'],
      [{ headers: { 'x-a': 'b\nc: d' } }, 'invalid x-a header'],
      [{ headers: { 'x-a': 'ж' } }, 'invalid x-a header'],
      [{ headers: { 'x a': 'b' } }, 'invalid x a header'],
      [{ headers: { 'x-a:b\r\nc': 'd' } }, 'invalid x-a:b\r\nc header'],
    ] as const) {
      assert.throws(() => send(message), { code: 'INVALID_REQUEST', message: said });
    }
    assert.equal(sockets.length, 0);
  });
});
