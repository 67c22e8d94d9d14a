/**
 * A host of Hyper-V as a real server on loopback: HTTPS or HTTP, the logins of Windows, and what may go wrong below
 * WS-Management. Its messages are answered by the service of the embedded hosts, which checks all that is in them.
 */
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { type HypervService, hypervService, type ServiceOptions } from '../../src/sandbox/hyperv/service.js';
import { answerText, Fault, faultText } from '../../src/sandbox/hyperv/soap.js';
import { type HypervHost, hypervHosts } from '../../src/sandbox/hyperv/world.js';
import { certificates } from './certificates.js';
import { type Acceptor, acceptor, channelOf } from './ntlm-acceptor.js';

export const USER = 'administrator';
export const PASSWORD = 'Pa55word-of-the-host';

export interface FakeOptions extends ServiceOptions {
  readonly host?: HypervHost;
  readonly plain?: boolean;
  /** The login by NTLM: `loop` refuses each third message, `strict` wants the bindings of TLS, `old` says no time. */
  readonly ntlm?: 'loop' | 'strict' | 'old';
  /** Closes the connection after so many messages of somebody who is logged in by NTLM. */
  readonly forgetsAfter?: number;
  /** Sent in the place of each challenge of NTLM. */
  readonly begin?: (response: ServerResponse) => void;
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
  /** By connection. */
  const logins = new WeakMap<object, { acceptor: Acceptor; isKnown: boolean; count: number }>();
  const certificate = new X509Certificate(identity.cert).raw;
  const offers = { 'www-authenticate': ['Negotiate', 'Basic realm="WSMAN"'], 'content-length': 0 };

  /** A login by NTLM goes over two messages with empty bodies; true where this is one of them. */
  const negotiates = (request: IncomingMessage, response: ServerResponse, body: Buffer): boolean => {
    const token = /^Negotiate (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return false;
    if (body.length > 0) complaints.push('a login with a body');
    const bytes = Buffer.from(token, 'base64');
    const known = logins.get(request.socket);
    if (known === undefined || bytes[8] === 1) {
      if (options.begin !== undefined) {
        options.begin(response);
        return true;
      }
      const channel = options.ntlm === 'strict' && !options.plain ? { channel: channelOf(certificate) } : {};
      const made = acceptor({ user: USER, password: PASSWORD, withoutTime: options.ntlm === 'old', ...channel });
      const challenge = made.challenge(bytes);
      if (challenge === undefined) complaints.push('no first message of NTLM');
      logins.set(request.socket, { acceptor: made, isKnown: false, count: 0 });
      const answer = { 'www-authenticate': `Negotiate ${challenge?.toString('base64')}`, 'content-length': 0 };
      response.writeHead(401, answer).end();
      log.push('challenge');
      return true;
    }
    const why = options.ntlm === 'loop' ? 'all are refused' : known.acceptor.refuses(bytes);
    known.isKnown = why === undefined;
    log.push(why ?? 'logged in');
    // A message may come with the last one, where it need not be sealed.
    if (why === undefined && body.length > 0 && !options.plain) return false;
    if (why === undefined) response.writeHead(200, { 'content-length': 0 }).end();
    else response.writeHead(401, offers).end();
    return true;
  };

  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    received(request).then((body) => {
      count += 1;
      complaints.push(...wrongHeaders(request, body, options.plain ?? false));
      if (negotiates(request, response, body)) return;
      const session = logins.get(request.socket);
      const isNtlm = session?.isKnown === true && !/^Basic/.test(request.headers.authorization ?? '');
      if (isNtlm) {
        session.count += 1;
        if (session.count > (options.forgetsAfter ?? Number.POSITIVE_INFINITY)) session.isKnown = false;
      }
      const sealed = isNtlm && session.isKnown && options.plain ? partsOf(body) : undefined;
      if (isNtlm && session.isKnown && options.plain && sealed === undefined) {
        // What Windows does where AllowUnencrypted is false.
        response.writeHead(500, { 'content-length': 0 }).end();
        complaints.push('not sealed');
        return;
      }
      const message = sealed === undefined ? body : session?.acceptor.open(sealed.signature, sealed.sealed);
      const isKnown = knows(request) || (isNtlm && session.isKnown);
      const answer = answerOf(service, message ?? body, url, isKnown, request);
      log.push(answer === 'login needed' ? 'login' : actionOf(message ?? body));
      if (answer === 'login needed') {
        response.writeHead(401, offers).end();
        return;
      }
      const text = options.change?.(answer.text, count) ?? answer.text;
      if (options.spoil?.(response, { status: answer.status, text }, count)) return;
      if (sealed === undefined) {
        response.writeHead(answer.status, { 'content-type': 'application/soap+xml;charset=UTF-8' }).end(text);
        return;
      }
      const plain = Buffer.from(text);
      const { signature, sealed: secret } = session?.acceptor.seal(plain) ?? { signature: plain, sealed: plain };
      response.writeHead(answer.status, { 'content-type': TYPE }).end(bodyOf(signature, secret, plain.length));
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

const related = (answer: string): string => /<a:RelatesTo>(.*?)<\/a:RelatesTo>/.exec(answer)?.[1] ?? '';

/** A fault in the place of an answer. */
export const faultInstead = (answer: string, subcode: string, message: string): string =>
  faultText(new Fault(subcode, message), related(answer));

/** Another body in the place of that of an answer. */
export const bodyInstead = (answer: string, body: string): string => answerText('urn:other', related(answer), body);

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

const TYPE = 'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"';

/** The parts of a sealed body, byte by byte as the specification has them. */
function partsOf(body: Buffer): { readonly signature: Buffer; readonly sealed: Buffer } | undefined {
  const lines = [
    '--Encrypted Boundary\r\n',
    '\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n',
    '\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=#\r\n',
    '--Encrypted Boundary\r\n',
    '\tContent-Type: application/octet-stream\r\n',
  ];
  const head = body.toString('latin1', 0, 400);
  const length = /Length=(\d+)/.exec(head)?.[1] ?? '';
  const wanted = lines.join('').replace('#', length);
  const end = '--Encrypted Boundary--\r\n';
  const start = wanted.length;
  if (!head.startsWith(wanted) || body.readUInt32LE(start) !== 16) return undefined;
  if (body.toString('latin1', body.length - end.length) !== end) return undefined;
  const sealed = body.subarray(start + 20, body.length - end.length);
  return sealed.length === Number(length) ? { signature: body.subarray(start + 4, start + 20), sealed } : undefined;
}

function bodyOf(signature: Buffer, sealed: Buffer, length: number): Buffer {
  const size = Buffer.from([16, 0, 0, 0]);
  const head = `--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=${length}\r\n--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n`;
  return Buffer.concat([Buffer.from(head), size, signature, sealed, Buffer.from('--Encrypted Boundary--\r\n')]);
}

function wrongHeaders({ method, url, headers }: IncomingMessage, body: Buffer, isPlain: boolean): string[] {
  const wrong: string[] = [];
  const type = headers['content-type'];
  if (method !== 'POST' || url !== '/wsman') wrong.push(`${method} ${url}`);
  if (type !== 'application/soap+xml;charset=UTF-8' && !(isPlain && type === TYPE)) wrong.push(`type ${type}`);
  if (Number(headers['content-length']) !== body.length) wrong.push('no length');
  if (headers['accept-encoding'] !== 'identity') wrong.push('accepts encodings');
  if (headers.expect !== undefined) wrong.push('expects');
  return wrong;
}
