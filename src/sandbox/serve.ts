import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SandboxLogin } from '../core/sandbox-login.js';
import type { Answer } from './call.js';
import type { Cloud } from './cloud.js';
import { contentOf, empty } from './content.js';
import { loginOf, makeCloud, type SimOptions } from './index.js';
import { answer, type Incoming } from './router.js';

/** A request's body may have this many bytes; the longest that keystone or nova take is far below. */
const bodyLimit = 1024 * 1024;

/** And this many where images and objects are put. */
const uploadLimit = 256 * 1024 * 1024;

export interface ServeOptions extends SimOptions {
  /** Default: any free one. */
  readonly port?: number;
}

export interface Served {
  /** `http://127.0.0.1:PORT`; the services are under prefixes of it. */
  readonly url: string;
  /** The administrator's login. */
  readonly login: SandboxLogin;
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
    respond(cloud, url, incoming)
      .catch(() => text(500, 'Internal Server Error'))
      .then((found) => send(outgoing, incoming.method, found));
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

async function respond(cloud: Cloud, url: string, incoming: IncomingMessage): Promise<Answer> {
  const body = await received(incoming, /^\/(image|object-store)\//.test(incoming.url ?? '') ? uploadLimit : bodyLimit);
  if (body === undefined) return text(413, 'Request Entity Too Large');
  const request = requestOf(incoming, url, body);
  if (request === undefined) return text(405, 'Method Not Allowed');
  return (await answer(cloud, request)) ?? text(404, 'Not Found');
}

/** What no service says, but the server in front of them. */
function text(status: number, sentence: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${sentence}\n` };
}

/** The body, read to its end; `undefined` if it is too long. */
async function received(incoming: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function requestOf({ method, url: path = '/', headers }: IncomingMessage, base: string, body: Uint8Array) {
  const known = methods.find((name) => name === method);
  if (known === undefined) return undefined;
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  // Whatever the Host header says, links speak of the address that is served.
  const asked = path.startsWith('/') ? path : `/${path}`;
  const request: Incoming = { method: known, url: new URL(base).origin + asked, headers: given, body };
  return request;
}

async function send(outgoing: ServerResponse, method: string | undefined, answer: Answer): Promise<void> {
  const { status, headers, body } = answer;
  const content = contentOf(body);
  outgoing.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': content.length }) });
  const shown = method === 'HEAD' ? empty : content;
  // Whoever goes away in the middle has had enough.
  await pipeline(Readable.from(shown.chunks(0, shown.length)), outgoing).catch(() => outgoing.destroy());
}
