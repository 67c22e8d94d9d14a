import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HttpRequest } from '../http/transport.js';
import { type Login, loginOf, makeCloud, type SimOptions } from './index.js';
import { answer } from './router.js';

/** A request's body may have this many bytes; the longest that keystone or nova take is far below. */
const bodyLimit = 1024 * 1024;

export interface ServeOptions extends SimOptions {
  /** Default: any free one. */
  readonly port?: number;
}

export interface Served {
  /** `http://127.0.0.1:PORT`; the services are under prefixes of it. */
  readonly url: string;
  /** The administrator's login. */
  readonly login: Login;
  close(): Promise<void>;
}

/** Serves the embedded cloud over HTTP, on the loopback interface only. Rejects when the port is taken. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : (options.port ?? 0);
  const url = (options.publicUrl ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '');
  const cloud = makeCloud({ ...options, publicUrl: url });
  server.on('request', (incoming, outgoing) => {
    received(incoming)
      .then((body) => {
        const request = requestOf(incoming, url, body);
        const found = request === undefined ? undefined : answer(cloud, request);
        send(outgoing, request?.method, found ?? { status: 404, headers: plain, body: 'Not Found\n' });
      })
      .catch(() => send(outgoing, undefined, { status: 400, headers: plain, body: 'Bad Request\n' }));
  });
  return {
    url,
    login: loginOf('admin', 'admin', `${url}/identity/v2.0`),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

const plain = { 'content-type': 'text/plain; charset=utf-8' };

async function received(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new Error('The body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function requestOf({ method, url: path = '/', headers }: IncomingMessage, base: string, body: string) {
  const known = methods.find((name) => name === method);
  if (known === undefined) return undefined;
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  // Whatever the Host header says, links speak of the address that is served.
  const asked = path.startsWith('/') ? path : new URL(path).pathname;
  const request: HttpRequest = { method: known, url: new URL(base).origin + asked, headers: given, body };
  return request;
}

function send(
  outgoing: ServerResponse,
  method: string | undefined,
  { status, headers, body }: { status: number; headers: Readonly<Record<string, string>>; body: string },
): void {
  const bytes = Buffer.from(body, 'utf8');
  outgoing.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': bytes.length }) });
  outgoing.end(method === 'HEAD' ? undefined : bytes);
}
