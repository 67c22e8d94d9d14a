import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { readText } from '../../src/http/body.js';
import { redirects } from '../../src/http/redirects.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { answer, http, network } from './servers.js';

type Method = HttpRequest['method'];

/** A server that redirects every path but `/end`, and what it was asked. */
function redirecting(status: number, location: string): { send: Transport; asked: string[] } {
  const asked: string[] = [];
  const send: Transport = async (request) => {
    asked.push(`${request.method} ${request.url} ${request.headers['x-auth-token']} ${request.body ?? ''}`.trim());
    return request.url.endsWith('/end') ? answer(200, {}, 'here') : answer(status, { location }, 'moved');
  };
  return { send: redirects()(send), asked };
}

const ask = (send: Transport, method: Method, url = 'http://h:5000/start') =>
  send({ method, url, headers: { 'x-auth-token': 't' }, ...(method === 'POST' ? { body: '{}' } : {}) });

for (const status of [301, 302, 303, 307, 308]) {
  test(`${status}: reading follows on the same host, with its token`, async () => {
    for (const location of ['/end', 'http://h:5000/end', '//h:5000/end', 'end#part']) {
      const { send, asked } = redirecting(status, location);
      assert.equal(await readText(await ask(send, 'GET')), 'here');
      assert.deepEqual(asked, ['GET http://h:5000/start t', 'GET http://h:5000/end t']);
    }
  });

  test(`${status}: another host, port or scheme gets nothing`, async () => {
    for (const origin of ['http://evil', 'http://h', 'https://h:5000', 'http://h.evil:5000', 'http://h:5001']) {
      const { send, asked } = redirecting(status, `${origin}/end`);
      for (const method of ['GET', 'POST', 'DELETE'] as const) {
        await assert.rejects(ask(send, method), (error: unknown) => {
          assert.ok(error instanceof Failure);
          assert.ok(error.message.includes(`from http://h:5000 to ${origin}: a token is never sent`), error.message);
          return true;
        });
      }
      assert.equal(asked.length, 3);
    }
  });

  test(`${status}: a change is ${status >= 307 ? 'sent again as it is' : 'not turned into something else'}`, async () => {
    const { send, asked } = redirecting(status, '/end');
    if (status >= 307) {
      assert.equal((await ask(send, 'POST')).status, 200);
      assert.deepEqual(asked, ['POST http://h:5000/start t {}', 'POST http://h:5000/end t {}']);
    } else {
      await assert.rejects(ask(send, 'POST'), /redirects a POST \(HTTP 30\d\) to http:\/\/h:5000\/end/);
      assert.equal(asked.length, 1);
    }
  });
}

test('300 is an answer, also when it names a place; so is a redirect that names none', async () => {
  const { send, asked } = redirecting(300, '/end');
  assert.equal((await ask(send, 'GET')).status, 300);
  assert.equal(asked.length, 1);
  const nowhere = redirects()(async () => answer(302, {}));
  assert.equal((await ask(nowhere, 'GET')).status, 302);
});

test('redirects that lead round in a circle end after five, with an error', async () => {
  const { send, asked } = redirecting(302, '/start');
  await assert.rejects(ask(send, 'GET'), /redirects more than 5 times/);
  assert.equal(asked.length, 6);
});

test('nonsense in place of a URL is an error', async () => {
  for (const location of ['http://', 'http://[', 'file:///etc/passwd', 'javascript:1']) {
    const { send, asked } = redirecting(302, location);
    await assert.rejects(ask(send, 'GET'), Failure);
    assert.equal(asked.length, 1);
  }
});

test('over a real connection, the one that redirected is used again', async (t) => {
  const sockets = new Set<unknown>();
  const url = await http(t, (request, response) => {
    sockets.add(request.socket);
    if (request.url === '/end') response.end('here');
    else response.writeHead(302, { location: '/end' }).end('moved');
  });
  assert.equal(await readText(await ask(redirects()(network(t)), 'GET', url)), 'here');
  assert.equal(sockets.size, 1);
});
