import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../../src/core/errors.js';
import { readBytes, readText } from '../../src/http/body.js';
import type { ConnectionPool, TransportOptions } from '../../src/http/connection-pool.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { deep } from '../support/property.js';
import { byteStreams, failure, http, listen, network, raw } from './servers.js';

/* What holds for every request, whoever carries it: our own HTTP/1.1, or undici where bodies are long. */

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"name":');
  yield Buffer.from('"web"}');
}
const streams = (t: TestContext, options?: TransportOptions): ConnectionPool => {
  const send = byteStreams(t, options);
  const transport: Transport = ({ body, ...request }) =>
    send(body === undefined ? request : { ...request, body: { bytes: pieces(), length: Buffer.byteLength(body) } });
  return Object.assign(transport, { close: send.close });
};

const carriers: readonly (readonly [
  string,
  HttpRequest['method'],
  (t: TestContext, options?: TransportOptions) => ConnectionPool,
])[] = [
  ['our connection', 'GET', network],
  ['our connection', 'PUT', network],
  ['our connection', 'PATCH', network],
  ['our connection', 'DELETE', network],
  ['undici', 'GET', streams],
  ['undici', 'PUT', streams],
];

/** A server that meets the second request by closing the connection, as when it crosses with its farewell. */
async function leavingAtTheSecond(t: TestContext) {
  const seen = { requests: 0 };
  const url = await raw(t, (socket) => {
    seen.requests += 1;
    if (seen.requests === 2) socket.destroy();
    else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  });
  return { url, seen };
}

for (const [name, method, open] of carriers) {
  const carrier = `${name}, ${method}`;
  const body = method === 'PUT' || method === 'PATCH' ? { body: '{"name":"web"}' } : {};
  const ask = (send: Transport, url: string) => send({ method, url, headers: { accept: 'application/json' }, ...body });
  const askText = async (send: Transport, url: string): Promise<string> => readText(await ask(send, url));

  if (method === 'GET') {
    test(`${carrier}: a kept connection that the server has just closed costs a second connection, not an error`, async (t) => {
      const { url, seen } = await leavingAtTheSecond(t);
      const send = open(t);
      assert.equal(await askText(send, url), 'ok');
      assert.equal(await askText(send, url), 'ok');
      assert.equal(seen.requests, 3);
    });

    test(`${carrier}: what comes unasked on a kept connection is no answer to what is asked next`, async (t) => {
      let closed = Promise.resolve();
      const url = await raw(t, (socket, head) => {
        if (head.startsWith('GET /first ')) {
          closed = new Promise((resolve) => socket.once('close', resolve));
          const said = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n';
          socket.write(`${said}ok`, () => setImmediate(() => socket.write(`${said}no`)));
        } else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext');
      });
      const send = open(t);
      for (let round = 1; round <= 5; round += 1) {
        assert.equal(await askText(send, `${url}/first`), 'ok');
        // A connection on which it comes is of no use any more.
        await closed;
        assert.equal(await askText(send, `${url}/next`), 'next');
      }
    });
  }

  test(`${carrier}: a body with neither length nor chunks ends with its connection, and the next request opens another`, async (t) => {
    let connections = 0;
    const url = await listen(
      t,
      createServer((socket) => {
        connections += 1;
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nVary: A\r\nVary: B\r\n\r\n{"a":1}'));
      }),
    );
    const send = open(t);
    for (let round = 1; round <= 5; round += 1) {
      const response = await ask(send, `http://${url}/`);
      assert.equal(response.headers.vary, 'A, B');
      assert.equal(await readText(response), '{"a":1}');
      assert.equal(connections, round);
    }
  });

  test(`${carrier}: an answer that is not read does not hold up the next request`, async (t) => {
    const url = await http(t, (_request, response) => response.end('x'.repeat(3_000_000)));
    const send = open(t);
    await ask(send, url);
    assert.equal((await readBytes(await ask(send, url))).length, 3_000_000);
  });

  test(`${carrier}: a reader that stops early closes the connection`, async (t) => {
    let closed = false;
    const url = await raw(t, (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nabc');
      socket.on('close', () => {
        closed = true;
      });
    });
    const send = open(t);
    for await (const chunk of (await ask(send, url)).body) {
      assert.equal(Buffer.from(chunk).toString(), 'abc');
      break;
    }
    while (!closed) await turn();
  });

  test(`${carrier}: a slow reader holds the server back instead of filling the memory`, async (t) => {
    // Twice what the kernel takes for both ends at most.
    const total = (deep ? 64 : 24) * 1024 * 1024;
    let written = 0;
    const url = await http(t, (_request, response) => {
      response.writeHead(200, { 'content-length': total });
      const more = (): void => {
        while (written < total) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const response = await ask(open(t), url);
    let still = 0;
    for (let before = -1; still < 50; still = written === before ? still + 1 : 0) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    assert.ok(written < total / 2, `${written} bytes were taken from the server before anybody read one`);
    assert.equal((await readBytes(response)).length, total);
  });

  for (const how of ['reset', 'end'] as const) {
    test(`${carrier}: a ${how} while the reader is slow is an error of that body, and of nothing else`, async (t) => {
      let sent: Socket | undefined;
      const url = await raw(t, (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n');
        socket.write(Buffer.alloc(560 * 1024), () => {
          sent = socket;
        });
      });
      const response = await ask(open(t), url);
      while (sent === undefined) await turn();
      for (let turns = 0; turns < 20; turns += 1) await turn();
      if (how === 'reset') sent.resetAndDestroy();
      else sent.end();
      for (let turns = 0; turns < 20; turns += 1) await turn();
      await assert.rejects(readBytes(response), failure('UnknownConnectionError', /was cut .* of 2000000 bytes$/));
    });
  }

  test(`${carrier}: an announced body that is cut anywhere never passes for a whole one`, async (t) => {
    const whole = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a":"b"}';
    let cut = 0;
    const url = await raw(t, (socket) => socket.end(whole.slice(0, cut)));
    const send = open(t);
    for (; cut < whole.length; cut += 1) {
      await assert.rejects(askText(send, url), (error: unknown) => {
        assert.ok(error instanceof Failure, String(error));
        assert.match(error.message, /^(Unable to establish connection to|Connection to) http:\/\/127\.0\.0\.1:\d+/);
        return true;
      });
    }
    assert.equal(await askText(send, url), '{"a":"b"}');
  });

  test(`${carrier}: a chunked body that is cut anywhere never passes for a whole one`, async (t) => {
    const whole = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n';
    let cut = 0;
    const url = await raw(t, (socket) => socket.end(whole.slice(0, cut)));
    const send = open(t);
    for (; cut < whole.length; cut += 1) await assert.rejects(askText(send, url), Failure, whole.slice(0, cut));
    assert.equal(await askText(send, url), 'abcde');
  });

  test(`${carrier}: a reset in a body without a length is no end of it, unless it is the text of an error`, async (t) => {
    for (const status of [200, 503]) {
      let sent: Socket | undefined;
      const url = await raw(t, (socket) => {
        socket.write(`HTTP/1.1 ${status} Some\r\n\r\n{"part":`);
        sent = socket;
      });
      const chunks = (await ask(open(t), url)).body[Symbol.asyncIterator]();
      assert.equal(Buffer.from((await chunks.next()).value ?? '').toString(), '{"part":');
      sent?.resetAndDestroy();
      if (status === 503) assert.equal((await chunks.next()).done, true);
      else
        await assert.rejects(
          chunks.next(),
          failure('UnknownConnectionError', /cut in the middle of the answer, after 8 bytes$/),
        );
    }
  });

  test(`${carrier}: a server that closes every new connection is asked once`, async (t) => {
    let requests = 0;
    const url = await raw(t, (socket) => {
      requests += 1;
      socket.destroy();
    });
    const closed = failure('ConnectFailure', /Remote end closed connection without response$/, /must begin with https/);
    await assert.rejects(ask(open(t), url), (error: unknown) => {
      closed(error);
      const { hint = '', exitReason } = error as Failure;
      const isKnown = method === 'GET';
      assert.equal(exitReason, isKnown ? 'failed' : 'unknown');
      assert.equal(hint.includes('It is not known whether'), !isKnown);
      return true;
    });
    assert.equal(requests, 1);
  });

  test(`${carrier}: silence is limited, before the answer and within it`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let asked = (): void => undefined;
    const silent = await raw(t, () => asked());
    const send = open(t, { readTimeout: 50 });
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const late = assert.rejects(
      ask(send, `${silent}/v2?x=1`),
      failure('ConnectTimeout', /^Request to http:\S+\/v2\?x=1 timed out: no answer for 0\.05 seconds$/, /--timeout/),
    );
    await isAsked;
    // The body of an upload may still be on its way: until it has been sent, it is not the server that is waited for.
    for (let turns = 0; turns < 20; turns += 1) await turn();
    t.mock.timers.tick(49);
    t.mock.timers.tick(1);
    await late;
    const halting = await raw(t, (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'));
    const response = await ask(send, halting);
    const cut = assert.rejects(
      readText(response),
      failure('ConnectTimeout', /timed out: silent for 0\.05 seconds in the middle of the answer$/),
    );
    for (let turns = 0; turns < 20; turns += 1) await turn();
    t.mock.timers.tick(50);
    await cut;
  });

  test(`${carrier}: a reader that takes its time is not mistaken for a silent server`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const url = await http(t, (_request, response) => response.end('x'.repeat(2_000_000)));
    const response = await ask(open(t, { readTimeout: 100 }), url);
    t.mock.timers.tick(250);
    assert.equal((await readText(response)).length, 2_000_000);
  });

  test(`${carrier}: a body over the limit is given up`, async (t) => {
    const url = await http(t, (_request, response) => response.end('x'.repeat(100_000)));
    await assert.rejects(askText(open(t, { maxBody: 1000 }), url), failure('CommandError', /longer than 1000 bytes/));
  });

  test(`${carrier}: what is not HTTP is called so`, async (t) => {
    const url = await raw(t, (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await assert.rejects(ask(open(t), url), failure('UnknownConnectionError', /does not answer in HTTP$/));
  });

  test(`${carrier}: after close, nothing is left open and requests under way end`, async (t) => {
    const url = await raw(t, () => {});
    const send = open(t);
    const pending = assert.rejects(ask(send, url), failure('UnknownConnectionError', /was aborted$/));
    await turn();
    await send.close();
    await pending;
  });
}
