import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { readText } from '../../src/http/body.js';
import { type ByteStreams, openByteStreams } from '../../src/http/byte-streams.js';
import { connect, type HttpTransport, type TransportOptions } from '../../src/http/http-transport.js';
import type { HttpResponse, Transport } from '../../src/http/transport.js';

/** Listens on loopback until the test is over; gives `127.0.0.1:port`. */
export async function listen(t: TestContext, server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server made of bytes: `answer` is called once per request that has come to its blank line. */
export function raw(t: TestContext, answer: (socket: Socket, head: string) => void): Promise<string> {
  const server = createServer((socket) => {
    let head = '';
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      for (let end = head.indexOf('\r\n\r\n'); end >= 0; end = head.indexOf('\r\n\r\n')) {
        const one = head.slice(0, end);
        head = head.slice(end + 4);
        answer(socket, one);
      }
    });
  });
  return listen(t, server).then((host) => `http://${host}`);
}

export function http(t: TestContext, listener: RequestListener): Promise<string> {
  return listen(t, createHttpServer(listener)).then((host) => `http://${host}`);
}

export function network(t: TestContext, options?: TransportOptions): HttpTransport {
  const opened = connect(options);
  t.after(() => opened.close());
  return opened;
}

export function byteStreams(t: TestContext, options?: TransportOptions): ByteStreams {
  const opened = openByteStreams(options);
  t.after(() => opened.close());
  return opened;
}

/** For `assert.rejects`: a `Failure` with this name, message and hint. */
export const failure = (name: string, message: RegExp, hint?: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Failure, String(error));
  assert.equal(error.name, name);
  assert.match(error.message, message);
  if (hint !== undefined) assert.match(error.hint ?? '', hint);
  return true;
};

export const get = (transport: Transport, url: string): Promise<HttpResponse> =>
  transport({ method: 'GET', url, headers: { accept: 'application/json' } });

export const post = (transport: Transport, url: string, body: string): Promise<HttpResponse> =>
  transport({ method: 'POST', url, headers: { 'content-type': 'application/json' }, body });

export const getText = async (transport: Transport, url: string): Promise<string> =>
  readText(await get(transport, url));

/** A response made of its parts. */
export function answer(
  status: number,
  headers: Record<string, string>,
  ...chunks: (string | Uint8Array)[]
): HttpResponse {
  return {
    status,
    headers,
    body: (async function* () {
      for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    })(),
  };
}
