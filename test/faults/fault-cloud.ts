import { once } from 'node:events';
import { STATUS_CODES } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { readBytes } from '../../src/http/body.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';

/** An answer as the cloud means it, before something happens to it. */
export interface Meant {
  readonly request: HttpRequest;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What is done instead of answering; `false` when the answer is to be sent as it was meant. */
export type Fault = (socket: Socket, meant: Meant) => Promise<void> | void | false;

/** Bytes of an answer in HTTP/1.1, with its length, unless its headers say otherwise. */
export function wire(meant: Pick<Meant, 'status' | 'headers' | 'body'>): Buffer {
  const { status, headers, body } = meant;
  const lines = Object.entries({ ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Odd'}\r\n${lines.join('')}\r\n`),
    body,
  ]);
}

export const isLogin = ({ request }: Meant): boolean => request.method === 'POST';
export const isList = ({ request }: Meant): boolean => request.url.includes('/servers/detail');

/** A fault of those answers only. */
export const on =
  (which: (meant: Meant) => boolean, act: (socket: Socket, meant: Meant) => Promise<void> | void): Fault =>
  (socket, meant) =>
    which(meant) ? act(socket, meant) : false;

/** The bytes of an answer with these headers, and the length of this body unless they say another. */
export const withHeaders = (meant: Meant, headers: Record<string, string>, body: Buffer = meant.body): Buffer =>
  wire({ ...meant, body, headers: { ...meant.headers, 'content-length': String(body.length), ...headers } });

export const withoutLength = (meant: Meant, more: Record<string, string> = {}): Meant => {
  const { 'content-length': _length, ...headers } = meant.headers;
  return { ...meant, headers: { ...headers, ...more } };
};

/** The bytes of an answer in chunks. */
export const chunked = (meant: Meant): Buffer => {
  const parts = meant.body.toString('latin1').match(/[\s\S]{1,400}/g) ?? [];
  const body = parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('');
  const head = withoutLength(meant, { 'transfer-encoding': 'chunked' });
  return wire({ ...head, body: Buffer.from(`${body}0\r\n\r\n`, 'latin1') });
};

export interface FaultCloud {
  readonly url: string;
  /** Tokens that have been used: none may turn up anywhere. */
  readonly tokens: Set<string>;
  fault: Fault | undefined;
  /** Answers on a connection, as it does on each that is made to its URL. */
  accept(socket: Socket): void;
  close(): void;
}

/**
 * The embedded cloud behind a server that can be told to misbehave in any way that bytes can.
 *
 * @param tls what it shows of itself where it speaks TLS
 */
export async function faultCloud(tls?: { readonly key: string; readonly cert: string }): Promise<FaultCloud> {
  const sockets = new Set<Socket>();
  let transport: Transport | undefined;
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    let seen = Buffer.alloc(0);
    socket.on('data', async (chunk) => {
      seen = Buffer.concat([seen, chunk]);
      const end = seen.indexOf('\r\n\r\n');
      if (end < 0) return;
      const [first = '', ...lines] = seen.subarray(0, end).toString('latin1').split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
      );
      const length = Number(headers['content-length'] ?? 0);
      if (seen.length < end + 4 + length) return;
      const body = seen.subarray(end + 4, end + 4 + length).toString();
      seen = seen.subarray(end + 4 + length);
      const [method, path] = first.split(' ');
      const request = { method, url: cloud.url + path, headers, body } as HttpRequest;
      if (headers['x-auth-token'] !== undefined) cloud.tokens.add(headers['x-auth-token']);
      const response = await transport?.(request);
      if (response === undefined) return;
      const meant = { request, status: response.status, headers: response.headers, body: await readBytes(response) };
      if (cloud.fault === undefined || (await cloud.fault(socket, meant)) === false) socket.write(wire(meant));
    });
  };
  const server = tls === undefined ? createServer(accept) : createTlsServer(tls, accept);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cloud: FaultCloud = {
    url: `http${tls === undefined ? '' : 's'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens: new Set(),
    fault: undefined,
    accept,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  transport = simulate({ publicUrl: cloud.url });
  return cloud;
}
