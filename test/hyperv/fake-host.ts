/**
 * A host of Hyper-V as a real server on loopback: HTTPS or HTTP, the logins of Windows, and what may go wrong below
 * WS-Management. Its messages are answered by the service of the embedded hosts, which checks all that is in them.
 */
import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { type HypervService, hypervService, type ServiceOptions } from '../../src/sandbox/hyperv/service.js';
import { type HypervHost, hypervHosts } from '../../src/sandbox/hyperv/world.js';
import { certificates } from './certificates.js';

export const USER = 'administrator';
export const PASSWORD = 'Pa55word-of-the-host';

export interface FakeOptions extends ServiceOptions {
  readonly host?: HypervHost;
  readonly plain?: boolean;
  /** Sent instead of what the service answers, or changes it. `count`: how many messages have come, from 1 on. */
  readonly spoil?: (response: ServerResponse, answer: { status: number; text: string }, count: number) => boolean;
  /** Changes the text of an answer. */
  readonly change?: (text: string, count: number) => string;
}

export interface FakeHost {
  /** `https://127.0.0.1:PORT/wsman` */
  readonly url: string;
  readonly world: HypervHost;
  /** What came: the action of each message, and `login` for those that were refused. */
  readonly log: string[];
  /** What is wrong with HTTP itself in what came: empty for a right client. */
  readonly complaints: string[];
  /** Connections that were made. */
  connections(): number;
}

export async function fakeHost(t: TestContext, options: FakeOptions = {}): Promise<FakeHost> {
  const world = options.host ?? (hypervHosts()[0] as HypervHost);
  const service = hypervService(world, options);
  const { ca, server: identity } = certificates();
  const log: string[] = [];
  const complaints: string[] = [];
  let connections = 0;
  let count = 0;
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    received(request).then((body) => {
      count += 1;
      complaints.push(...wrongHeaders(request, body));
      const isKnown = knows(request);
      const answer = answerOf(service, body, url, isKnown, request);
      log.push(answer === 'login needed' ? 'login' : actionOf(body));
      if (answer === 'login needed') {
        response
          .writeHead(401, { 'www-authenticate': ['Negotiate', 'Basic realm="WSMAN"'], 'content-length': 0 })
          .end();
        return;
      }
      const text = options.change?.(answer.text, count) ?? answer.text;
      if (options.spoil?.(response, { status: answer.status, text }, count)) return;
      response.writeHead(answer.status, { 'content-type': 'application/soap+xml;charset=UTF-8' }).end(text);
    });
  };
  const server: Server = options.plain
    ? createHttp(handler)
    : createHttps({ ...identity, ca: [await readCa(ca)], requestCert: true, rejectUnauthorized: false }, handler);
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `${options.plain ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}/wsman`;
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, world, log, complaints, connections: () => connections };
}

async function readCa(path: string): Promise<Buffer> {
  return (await import('node:fs/promises')).readFile(path);
}

async function received(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Basic over TLS, or a certificate of the CA with the word that stands for it. */
function knows({ headers, socket }: IncomingMessage): boolean {
  const { authorization = '' } = headers;
  const tls = socket as TLSSocket;
  if (authorization === 'http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual') return tls.authorized;
  const basic = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
  return tls.encrypted === true && authorization === basic;
}

function answerOf(service: HypervService, body: Buffer, url: string, isKnown: boolean, { headers }: IncomingMessage) {
  const isAnonymous = headers.wsmanidentity === 'unauthenticated' && headers.authorization === undefined;
  return isKnown || isAnonymous ? service.answer(body.toString('utf8'), url, isKnown) : 'login needed';
}

export const actionOf = (body: Buffer): string =>
  /<a:Action[^>]*>[^<]*\/([^/<]+)<\/a:Action>/.exec(body.toString('utf8'))?.[1] ?? 'Identify';

function wrongHeaders({ method, url, headers }: IncomingMessage, body: Buffer): string[] {
  const wrong: string[] = [];
  if (method !== 'POST' || url !== '/wsman') wrong.push(`${method} ${url}`);
  if (headers['content-type'] !== 'application/soap+xml;charset=UTF-8') wrong.push(`type ${headers['content-type']}`);
  if (Number(headers['content-length']) !== body.length) wrong.push('no length');
  if (headers['accept-encoding'] !== 'identity') wrong.push('accepts encodings');
  if (headers.expect !== undefined) wrong.push('expects');
  return wrong;
}
