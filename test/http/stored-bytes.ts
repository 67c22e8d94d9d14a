import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { after, before, type TestContext } from 'node:test';
import type { ByteStreams, Upload } from '../../src/http/byte-streams.js';
import { type TestCertificate, testCertificate } from './proxy-server.js';
import { listen } from './servers.js';

export const MEBI = 1024 * 1024;
export const sha = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
export const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7 + (index >> 8)) % 256));

export const get = (send: ByteStreams, url: string) =>
  send({ method: 'GET', url, headers: { 'x-auth-token': 'secret-token' } });
export const put = (send: ByteStreams, url: string, body: Upload) =>
  send({ method: 'PUT', url, headers: { 'content-type': 'application/octet-stream' }, body });

/** The bytes in pieces of this size. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export interface Stored {
  readonly path: string;
  readonly length: string | undefined;
  readonly coding: string | undefined;
  readonly sha: string;
}

/** Keeps the hash of what is put there, and gives `content` to whoever asks. */
export function store(stored: Stored[]) {
  return async (request: IncomingMessage, response: import('node:http').ServerResponse): Promise<void> => {
    if (request.method === 'GET') return void response.end(content);
    const hash = createHash('sha256');
    try {
      for await (const chunk of request) hash.update(chunk as Buffer);
    } catch {
      return; // cut: nothing is stored
    }
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
    stored.push({ path: request.url ?? '', length, coding, sha: hash.digest('hex') });
    response.writeHead(201).end();
  };
}

export let certificate: TestCertificate;
before(() => {
  certificate = testCertificate();
});
after(() => certificate.remove());

export async function secureStore(t: TestContext, stored: Stored[]): Promise<string> {
  const server = createHttpsServer({ key: certificate.key, cert: certificate.cert }, store(stored));
  server.on('tlsClientError', () => {});
  return `https://${await listen(t, server)}`;
}
