import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Failure } from '../../src/core/errors.js';
import { readBytes, readText } from '../../src/http/body.js';
import type { Transport } from '../../src/http/transport.js';
import { failure, get, getText, http, network, post, raw } from './servers.js';

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

/** All that changes something. */
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

test('a request that is safe, though its method is not, leaves no doubt; it is not sent twice either', async (t) => {
  let requests = 0;
  const url = await raw(t, (socket) => {
    requests += 1;
    socket.destroy();
  });
  const login = network(t)({ method: 'POST', url, headers: {}, body: '{}', safe: true });
  await assert.rejects(login, (error: unknown) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.exitReason, 'failed');
    assert.doesNotMatch(error.hint ?? '', /not known/);
    return true;
  });
  assert.equal(requests, 1);
});

for (const method of WRITES) {
  const write = (send: Transport, url: string) =>
    send({ method, url, headers: {}, ...(method === 'DELETE' ? {} : { body: '{"name":"web"}' }) });
  const mayBeDone = failure('ConnectFailure', /^Unable to establish connection to .*: /, /look before you repeat it/);

  test(`a ${method} whose connection closes before it is answered is not sent twice, and the error says that it may have been done`, async (t) => {
    for (const isKept of [false, true]) {
      let requests = 0;
      const url = await raw(t, (socket, head) => {
        if (head.startsWith('GET')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        else {
          requests += 1;
          socket.destroy();
        }
      });
      const send = network(t);
      if (isKept) assert.equal(await getText(send, url), 'ok');
      await assert.rejects(write(send, url), mayBeDone);
      assert.equal(requests, 1);
    }
  });

  test(`a ${method} goes over a connection that nobody has used: a kept one may be closing, said or not`, async (t) => {
    const connections = new Set<unknown>();
    const url = await raw(t, (socket, head) => {
      connections.add(socket);
      const said = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
      if (head.includes('/unsaid')) socket.end(said);
      else socket.write(said);
    });
    const send = network(t);
    assert.equal(await getText(send, url), 'ok');
    assert.equal(await readText(await write(send, url)), 'ok');
    assert.equal(connections.size, 2);
    assert.equal(await getText(send, url), 'ok');
    assert.equal(connections.size, 2, 'reading may go over any');
    for (let round = 0; round < 5; round += 1) {
      assert.equal(await getText(send, `${url}/unsaid`), 'ok');
      assert.equal(await readText(await write(send, url)), 'ok');
    }
  });

  test(`a ${method} says the length of its body, even of none where there could be one`, async (t) => {
    const lengths: (string | undefined)[] = [];
    const url = await raw(t, (socket, head) => {
      lengths.push(/content-length: (\d+)/.exec(head)?.[1]);
      socket.write('HTTP/1.1 204 No Content\r\n\r\n');
    });
    const send = network(t);
    await send({ method, url, headers: {} });
    await network(t)({ method, url, headers: {}, body: '{"a":"é"}' });
    assert.deepEqual(lengths, [method === 'DELETE' ? undefined : '0', '10']);
  });
}

test('who is not there is named, with the reason in short', async (t) => {
  const send = network(t, { connectTimeout: 60_000 });
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

test('JSON that comes compressed although nobody asked is unpacked; a stored object is not touched', async (t) => {
  const packed = gzipSync('{"a":1}');
  const url = await http(t, (request, response) => {
    const type = request.url === '/json' ? 'application/json; charset=UTF-8' : 'text/plain';
    response.setHeader('content-type', type).setHeader('content-encoding', 'gzip').end(packed);
  });
  const send = network(t);
  const json = await get(send, `${url}/json`);
  assert.equal(await readText(json), '{"a":1}');
  assert.equal(json.headers['content-encoding'], undefined);
  assert.deepEqual(await readBytes(await get(send, `${url}/object`)), packed);
});

test('a compressed answer may neither be broken nor unpack to more than the limit', async (t) => {
  const packed = gzipSync(Buffer.alloc(10_000_000));
  const url = await http(t, (request, response) => {
    response.setHeader('content-type', 'application/json').setHeader('content-encoding', 'gzip');
    response.end(request.url === '/bomb' ? packed : packed.subarray(0, 100).fill(0, 20));
  });
  const send = network(t, { maxBody: 100_000 });
  await assert.rejects(getText(send, `${url}/bomb`), failure('CommandError', /longer than 100000 bytes/));
  await assert.rejects(
    getText(send, `${url}/broken`),
    failure('UnknownConnectionError', /compressed answer .* is broken/),
  );
});
