/** A login by NTLM, which belongs to the connection; over plain HTTP all that is said on it is sealed. */
import { randomBytes } from 'node:crypto';
import { Failure } from '../../core/errors.js';
import { readBytes } from '../../http/body.js';
import { StaleConnection } from '../../http/exchange.js';
import type { HttpResponse } from '../../http/transport.js';
import type { Credentials } from '../settings.js';
import {
  answerText,
  type Channel,
  type Endpoint,
  LARGEST_ANSWER,
  type Link,
  notKnown,
  type Reply,
  refusedLogin,
  soapHeaders,
} from '../wsman/channel.js';
import { channelBinding } from './keys.js';
import { authenticateMessage, type Identity, negotiateMessage, readChallenge } from './messages.js';
import { ENCRYPTED_TYPE, readSealed, writeSealed } from './multipart.js';
import { type Direction, direction } from './sealing.js';

/** What seals messages, as long as the connection stands. */
interface Session {
  readonly ours: Direction;
  readonly theirs: Direction;
}

/**
 * Logs in with the first message, and once more when the connection was lost; a password that was refused is tried no
 * second time: accounts lock.
 */
export function ntlmChannel(endpoint: Endpoint, link: Link, credentials: Credentials, now: () => number): Channel {
  const identity = identityOf(credentials);
  const isSealed = endpoint.url.startsWith('http:');
  let session: Session | undefined;
  let refused: Failure | undefined;

  const logIn = async (): Promise<Session> => {
    if (refused !== undefined) throw refused;
    const { sessionKey, response } = await handshake(endpoint, link, identity, now);
    await readBytes(response, LARGEST_ANSWER);
    if (response.status === 401) {
      refused = refusedLogin(endpoint, response.headers['www-authenticate'], credentials);
      throw refused;
    }
    if (response.status !== 200) throw new Failure(`${endpoint.host}: the login failed (${response.status}).`);
    return {
      ours: direction(sessionKey, 'client-to-server'),
      theirs: direction(sessionKey, 'server-to-client'),
    };
  };

  const sendOn = async (on: Session, envelope: string, safe: boolean): Promise<HttpResponse> => {
    const request = { method: 'POST', url: endpoint.url, safe } as const;
    if (!isSealed) return link.send({ ...request, headers: soapHeaders, body: envelope }, false);
    const message = Buffer.from(envelope, 'utf8');
    const { signature, sealed } = on.ours.seal(message);
    const body = writeSealed(signature, sealed, message.length);
    const headers = { ...soapHeaders, 'content-type': ENCRYPTED_TYPE };
    return link.send({ ...request, headers, body: bytesOf(body) }, false);
  };

  /** Undefined where the connection turns out to be lost, before anything was done. */
  const attempt = async (envelope: string, safe: boolean): Promise<HttpResponse | undefined> => {
    // A new connection knows nobody.
    if (!link.isUsed()) session = undefined;
    session ??= await logIn();
    try {
      const response = await sendOn(session, envelope, safe);
      if (response.status !== 401) return response;
      await readBytes(response, LARGEST_ANSWER);
      session = undefined;
      return undefined;
    } catch (error) {
      session = undefined;
      if (error instanceof StaleConnection) return undefined;
      throw error;
    }
  };

  return {
    post: async ({ envelope, safe }) => {
      const response = (await attempt(envelope, safe)) ?? (await attempt(envelope, safe));
      if (response === undefined || session === undefined) {
        throw refusedLogin(endpoint, undefined, credentials);
      }
      if (!isSealed) return { status: response.status, text: await answerText(endpoint, response, credentials, safe) };
      return opened(endpoint, session, response, safe);
    },
    close: () => link.close(),
  };
}

/** The first two messages and the third, each with an empty body. */
async function handshake(endpoint: Endpoint, link: Link, identity: Identity, now: () => number) {
  const { host, url } = endpoint;
  const post = (message: Buffer, repeats: boolean) => {
    const headers = { ...soapHeaders, authorization: `Negotiate ${message.toString('base64')}` };
    return link.send({ method: 'POST', url, headers, body: '', safe: true }, repeats);
  };
  const negotiate = negotiateMessage();
  const first = await post(negotiate, true);
  // What is no WS-Management at all is told as with any other login.
  if (first.status === 401) await readBytes(first, LARGEST_ANSWER);
  else await answerText(endpoint, first);
  const offered = first.headers['www-authenticate'] ?? '';
  const token = /(?:^|,\s*)Negotiate\s+([A-Za-z0-9+/]+=*)/i.exec(offered)?.[1];
  if (first.status !== 401 || token === undefined) {
    const offers = /\b(Negotiate|NTLM)\b/i.test(offered);
    throw new Failure(`${host}: the host does not begin a login by NTLM (${first.status}).`, {
      hint: offers
        ? 'Its Negotiate may take Kerberos only.'
        : 'Is Negotiate switched on there? Else use --auth basic over HTTPS.',
    });
  }
  const challenge = readChallenge(Buffer.from(token, 'base64'));
  const sessionKey = randomBytes(16);
  const nonces = { clientChallenge: randomBytes(8), sessionKey, time: fileTime(now()) };
  const certificate = link.certificate();
  const target = `HTTP/${new URL(url).hostname}`;
  const binding = { target, channel: certificate === undefined ? undefined : channelBinding(certificate) };
  const response = await post(authenticateMessage(negotiate, challenge, identity, nonces, binding), false);
  return { sessionKey, response };
}

/** 100 nanoseconds since 1601. */
const fileTime = (milliseconds: number): bigint => (BigInt(Math.floor(milliseconds)) + 11_644_473_600_000n) * 10_000n;

/** `DOMAIN\user`; a `user@domain` is the user's whole name. */
function identityOf({ username = '', password = '' }: Credentials): Identity {
  const [, domain = '', user = ''] = /^(?:([^\\]*)\\)?(.*)$/s.exec(username) ?? [];
  return { user, domain, password };
}

function bytesOf(body: Buffer) {
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield body;
  };
  return { bytes: bytes(), length: body.length };
}

/** The message of a sealed answer; faults are sealed, too. */
async function opened(endpoint: Endpoint, session: Session, response: HttpResponse, safe: boolean): Promise<Reply> {
  const { status, headers } = response;
  if (!/^\s*multipart\/encrypted\b/i.test(headers['content-type'] ?? '')) {
    // Nobody but the host could have sealed it, so what it says is not believed beyond its status.
    await readBytes(response, LARGEST_ANSWER);
    throw unsealed(endpoint, `an answer that is not sealed (${status})`, safe);
  }
  const found = readSealed(await readBytes(response, LARGEST_ANSWER));
  const message = found && session.theirs.open(found.signature, found.sealed);
  if (message === undefined) throw unsealed(endpoint, 'an answer that the host has not sealed so', safe);
  return { status, text: message.toString('utf8') };
}

const unsealed = ({ host }: Endpoint, what: string, safe: boolean): Failure =>
  safe ? new Failure(`${host}: ${what}.`, { name: 'UnexpectedAnswer' }) : notKnown(`${host}: ${what}`);
