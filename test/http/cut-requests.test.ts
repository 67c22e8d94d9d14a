import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import type { Failure } from '../../src/core/errors.js';
import { network, post } from './servers.js';

/* A server that hangs up in the middle of a request: how much of it has come, and what it made of that, nobody knows. */

const BODY = `{"server":{"name":"${'x'.repeat(300)}"}}`;

test('a change is sent once, and its end is in doubt, wherever the server stops to read it', async (t) => {
  let length = 0;
  let at = 0;
  let how: 'closed' | 'reset' = 'closed';
  let connections = 0;
  const server = createServer((socket: Socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    const end = (): void => void (how === 'closed' ? socket.destroy() : socket.resetAndDestroy());
    let read = 0;
    if (at === 0) end();
    socket.on('data', (bytes) => {
      read += bytes.length;
      length = Math.max(length, read);
      if (read >= at) end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const url = `http://127.0.0.1:${address.port}/servers`;
  let cases = 0;
  for (how of ['closed', 'reset'] as const) {
    // A reset before anything is sent leaves no doubt.
    for (at = how === 'closed' ? 0 : 1; at <= 1 || at <= length; at += 19) {
      const before = connections;
      const failed = await post(network(t), url, BODY).then(
        () => undefined,
        (error: Failure) => error,
      );
      assert.equal(connections - before, 1, `${how} after ${at}`);
      assert.equal(failed?.exitReason, 'unknown', `${how} after ${at}: ${failed?.message}`);
      assert.match(failed?.hint ?? '', /It is not known whether/);
      cases += 1;
    }
  }
  assert.ok(cases > 20, String(cases));
});
