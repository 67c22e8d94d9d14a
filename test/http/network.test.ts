import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Failure } from '../../src/core/errors.js';
import { readBytes, readText } from '../../src/http/body.js';
import type { Transport } from '../../src/http/transport.js';
import { get, getText, http, listen, network, post, raw } from './servers.js';

const failure = (name: string, message: RegExp, hint?: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Failure, String(error));
  assert.equal(error.name, name);
  assert.match(error.message, message);
  if (hint !== undefined) assert.match(error.hint ?? '', hint);
  return true;
};

test('a request arrives as it was given, and nothing is added but what HTTP needs', async (t) => {
  const heads: string[] = [];
  const url = await raw(t, (socket, head) => {
    heads.push(head);
    socket.end('HTTP/1.1 204 No Content\r\n\r\n');
  });
  const send = network(t);
  await readText(await send({ method: 'GET', url: `${url}/v2/servers?a=1`, headers: { 'x-auth-token': 'gone' } }));
  assert.deepEqual(heads[0]?.split('\r\n'), [
    'GET /v2/servers?a=1 HTTP/1.1',
    `host: ${url.slice('http://'.length)}`,
    'connection: keep-alive',
    'x-auth-token: gone',
  ]);
});

test('a body of text is sent with its length in bytes', async (t) => {
  const seen: [string | undefined, string][] = [];
  const url = await http(t, async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    seen.push([request.headers['content-length'], body]);
    response.end('ok');
  });
  assert.equal(await readText(await post(network(t), url, '{"name":"Ёж"}')), 'ok');
  assert.deepEqual(seen, [['15', '{"name":"Ёж"}']]);
});

test('a connection that the server keeps is used again; requests at once get one each', async (t) => {
  const sockets = new Set<Socket>();
  const url = await http(t, (request, response) => {
    sockets.add(request.socket);
    setImmediate(() => response.end(request.url));
  });
  const send = network(t);
  for (const path of ['/1', '/2', '/3']) assert.equal(await getText(send, url + path), path);
  assert.equal(sockets.size, 1);
  const paths = ['/a', '/b', '/c'];
  assert.deepEqual(await Promise.all(paths.map((path) => getText(send, url + path))), paths);
  assert.equal(sockets.size, 3);
});

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

test('a kept connection that the server has just closed costs a second connection, not an error', async (t) => {
  const { url, seen } = await leavingAtTheSecond(t);
  const send = network(t);
  assert.equal(await getText(send, url), 'ok');
  assert.equal(await getText(send, url), 'ok');
  assert.equal(seen.requests, 3);
});

test('what comes unasked on a kept connection is no answer to what is asked next', async (t) => {
  const url = await raw(t, (socket, head) => {
    if (head.startsWith('GET /first ')) {
      const said = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n';
      socket.write(`${said}ok`, () => setImmediate(() => socket.write(`${said}no`)));
    } else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext');
  });
  const send = network(t);
  for (let round = 1; round <= 5; round += 1) {
    assert.equal(await getText(send, `${url}/first`), 'ok');
    // The line hears of it before it is used again, or it would wait for ever.
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(await getText(send, `${url}/next`), 'next');
  }
});

test('what changes something is not sent twice, and the error says that it may have been done', async (t) => {
  const { url, seen } = await leavingAtTheSecond(t);
  const send = network(t);
  assert.equal(await getText(send, url), 'ok');
  await assert.rejects(
    send({ method: 'DELETE', url, headers: {} }),
    failure('ConnectFailure', /^Unable to establish connection to .*: /, /look before you repeat it/),
  );
  assert.equal(seen.requests, 2);
});

test('what changes something goes over a connection that nobody has used: a kept one may be closing', async (t) => {
  const connections = new Set<unknown>();
  const url = await raw(t, (socket) => {
    connections.add(socket);
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  });
  const send = network(t);
  for (const method of ['GET', 'GET', 'DELETE', 'GET', 'POST'] as const) {
    assert.equal(await readText(await send({ method, url, headers: {} })), 'ok');
  }
  assert.equal(connections.size, 3);
});

test('who is not there is named, with the reason in short', async (t) => {
  const send = network(t, { connectTimeout: 100 });
  const closed = await http(t, (_request, response) => response.end());
  await assert.rejects(
    get(send, 'http://127.0.0.1:1/v3'),
    failure('ConnectFailure', /^Unable to establish connection to http:\/\/127\.0\.0\.1:1\/v3: Connection refused$/),
  );
  await assert.rejects(get(send, 'http://[::1]:1/v3'), failure('ConnectFailure', /http:\/\/\[::1\]:1\/v3: /));
  await assert.rejects(
    get(send, 'http://nowhere.invalid/'),
    failure('ConnectFailure', /Name or service not known|Temporary failure in name resolution/),
  );
  await assert.rejects(
    get(send, 'controller'),
    failure('UnknownConnectionError', /^Invalid URL 'controller'$/, /http:\/\//),
  );
  await assert.rejects(get(send, 'ftp://h/'), failure('UnknownConnectionError', /^Unsupported scheme 'ftp'/));
  assert.equal(await getText(send, closed), '');
});

test('a password in a URL and a bad header value stay out of the error', async (t) => {
  const send = network(t);
  await assert.rejects(
    get(send, 'http://me:geheim@127.0.0.1:1/'),
    failure('ConnectFailure', /to http:\/\/me:\*\*\*@127/),
  );
  const url = await http(t, (_request, response) => response.end());
  await assert.rejects(
    send({ method: 'GET', url, headers: { 'x-auth-token': 'geheim\r\nx: y' } }),
    failure('UnknownConnectionError', /invalid x-auth-token header$/),
  );
});

/** Whatever carries a request: our own line, or undici, which carries what changes something. */
for (const [carrier, method] of [
  ['our own line', 'GET'],
  ['undici', 'DELETE'],
] as const) {
  const ask = (send: Transport, url: string) => send({ method, url, headers: { accept: 'application/json' } });
  const askText = async (send: Transport, url: string): Promise<string> => readText(await ask(send, url));

  test(`${carrier}: a body with neither length nor chunks ends with its connection, and the next request opens another`, async (t) => {
    let connections = 0;
    const url = await listen(
      t,
      createServer((socket) => {
        connections += 1;
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nVary: A\r\nVary: B\r\n\r\n{"a":1}'));
      }),
    );
    const send = network(t);
    for (let round = 1; round <= 5; round += 1) {
      const response = await ask(send, `http://${url}/`);
      assert.equal(response.headers.vary, 'A, B');
      assert.equal(await readText(response), '{"a":1}');
      assert.equal(connections, round);
    }
  });

  test(`${carrier}: an answer that is not read does not hold up the next request`, async (t) => {
    const url = await http(t, (_request, response) => response.end('x'.repeat(3_000_000)));
    const send = network(t);
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
    const send = network(t);
    for await (const chunk of (await ask(send, url)).body) {
      assert.equal(Buffer.from(chunk).toString(), 'abc');
      break;
    }
    while (!closed) await turn();
  });

  test(`${carrier}: a slow reader holds the server back instead of filling the memory`, async (t) => {
    const total = 64 * 1024 * 1024;
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
    const response = await ask(network(t), url);
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
      const response = await ask(network(t), url);
      while (sent === undefined) await turn();
      for (let turns = 0; turns < 20; turns += 1) await turn();
      if (how === 'reset') sent.resetAndDestroy();
      else sent.end();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await assert.rejects(readBytes(response), failure('UnknownConnectionError', /was cut .* of 2000000 bytes$/));
    });
  }

  test(`${carrier}: an announced body that is cut anywhere never passes for a whole one`, async (t) => {
    const whole = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a":"b"}';
    let cut = 0;
    const url = await raw(t, (socket) => socket.end(whole.slice(0, cut)));
    const send = network(t);
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
    const send = network(t);
    for (; cut < whole.length; cut += 1) await assert.rejects(askText(send, url), Failure, whole.slice(0, cut));
    assert.equal(await askText(send, url), 'abcde');
  });

  test(`${carrier}: a reset in a body without a length is no end of it, unless it is the text of an error`, async (t) => {
    for (const status of [200, 503]) {
      const url = await raw(t, (socket) => {
        socket.write(`HTTP/1.1 ${status} Some\r\n\r\n{"part":`, () => setTimeout(() => socket.resetAndDestroy(), 20));
      });
      const text = askText(network(t), url);
      if (status === 503) assert.equal(await text, '{"part":');
      else
        await assert.rejects(
          text,
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
    await assert.rejects(
      ask(network(t), url),
      failure('ConnectFailure', /Remote end closed connection without response$/, /must begin with https/),
    );
    assert.equal(requests, 1);
  });

  test(`${carrier}: silence is limited, before the answer and within it`, async (t) => {
    const silent = await raw(t, () => {});
    const send = network(t, { readTimeout: 50 });
    await assert.rejects(
      ask(send, `${silent}/v2?x=1`),
      failure('ConnectTimeout', /^Request to http:\S+\/v2\?x=1 timed out: no answer for 0\.05 seconds$/, /--timeout/),
    );
    const halting = await raw(t, (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'));
    await assert.rejects(
      askText(send, halting),
      failure('ConnectTimeout', /timed out: silent for 0\.05 seconds in the middle of the answer$/),
    );
  });

  test(`${carrier}: a reader that takes its time is not mistaken for a silent server`, async (t) => {
    const url = await http(t, (_request, response) => response.end('x'.repeat(2_000_000)));
    const response = await ask(network(t, { readTimeout: 100 }), url);
    await new Promise((resolve) => setTimeout(resolve, 250));
    assert.equal((await readText(response)).length, 2_000_000);
  });

  test(`${carrier}: a body over the limit is given up`, async (t) => {
    const url = await http(t, (_request, response) => response.end('x'.repeat(100_000)));
    await assert.rejects(
      askText(network(t, { maxBody: 1000 }), url),
      failure('CommandError', /longer than 1000 bytes/),
    );
  });

  test(`${carrier}: JSON that comes compressed although nobody asked is unpacked; a stored object is not touched`, async (t) => {
    const packed = gzipSync('{"a":1}');
    const url = await http(t, (request, response) => {
      const type = request.url === '/json' ? 'application/json; charset=UTF-8' : 'text/plain';
      response.setHeader('content-type', type).setHeader('content-encoding', 'gzip').end(packed);
    });
    const send = network(t);
    const json = await ask(send, `${url}/json`);
    assert.equal(await readText(json), '{"a":1}');
    assert.equal(json.headers['content-encoding'], undefined);
    assert.deepEqual(await readBytes(await ask(send, `${url}/object`)), packed);
  });

  test(`${carrier}: a compressed answer may neither be broken nor unpack to more than the limit`, async (t) => {
    const packed = gzipSync(Buffer.alloc(10_000_000));
    const url = await http(t, (request, response) => {
      response.setHeader('content-type', 'application/json').setHeader('content-encoding', 'gzip');
      response.end(request.url === '/bomb' ? packed : packed.subarray(0, 100).fill(0, 20));
    });
    const send = network(t, { maxBody: 100_000 });
    await assert.rejects(askText(send, `${url}/bomb`), failure('CommandError', /longer than 100000 bytes/));
    await assert.rejects(
      askText(send, `${url}/broken`),
      failure('UnknownConnectionError', /compressed answer .* is broken/),
    );
  });

  test(`${carrier}: what is not HTTP is called so`, async (t) => {
    const url = await raw(t, (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await assert.rejects(ask(network(t), url), failure('UnknownConnectionError', /does not answer in HTTP$/));
  });

  test(`${carrier}: after close, nothing is left open and requests under way end`, async (t) => {
    const url = await raw(t, () => {});
    const send = network(t);
    const pending = assert.rejects(ask(send, url), failure('UnknownConnectionError', /was given up$/));
    await turn();
    await send.close();
    await pending;
  });
}
