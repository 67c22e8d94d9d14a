/** Carries one envelope to a host and back: HTTP, logins and what HTTP itself says. */
import { Failure } from '../../core/errors.js';
import { readText } from '../../http/body.js';
import type { HttpRequest, HttpResponse } from '../../http/transport.js';
import type { Upload } from '../../http/upload.js';
import type { Credentials } from '../settings.js';
import { MUTUAL_TLS } from './names.js';

/** An answer over HTTP, which is a SOAP envelope if `text` is not empty. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Post {
  readonly envelope: string;
  /** It changes nothing, so that it may be sent again and leaves no doubt whether it was done. */
  readonly safe: boolean;
}

/** A connection to a host on which somebody is logged in, or will be with the first message. */
export interface Channel {
  post(message: Post): Promise<Reply>;
  close(): Promise<void>;
}

/** What sends HTTP requests to one host, one after the other. */
export interface Link {
  send(request: HttpRequest<string | Upload>, repeats: boolean): Promise<HttpResponse>;
  isUsed(): boolean;
  certificate(): Uint8Array | undefined;
  close(): Promise<void>;
}

export interface Endpoint {
  /** As the person named it. */
  readonly host: string;
  readonly url: string;
}

const SOAP_TYPE = 'application/soap+xml;charset=UTF-8';

/** Bytes of an answer: Windows sends 500 KiB at most, and others what MaxEnvelopeSize allows them. */
export const LARGEST_ANSWER = 8 * 1024 * 1024;

export const soapHeaders = { 'content-type': SOAP_TYPE, 'accept-encoding': 'identity', 'user-agent': 'stackline' };

/** A login that stands in each request: Basic, or the certificate of the TLS connection. */
export function headerChannel(endpoint: Endpoint, link: Link, credentials: Credentials): Channel {
  const authorization = authorizationOf(endpoint, credentials);
  let refused: Failure | undefined;
  return {
    post: async ({ envelope, safe }) => {
      // Accounts lock: what was refused is tried no second time.
      if (refused !== undefined) throw refused;
      const headers = { ...soapHeaders, authorization };
      const request = { method: 'POST', url: endpoint.url, headers, body: envelope, safe } as const;
      const response = await link.send(request, safe);
      try {
        return { status: response.status, text: await answerText(endpoint, response, credentials, safe) };
      } catch (error) {
        if (error instanceof Failure && response.status === 401) refused = error;
        throw error;
      }
    },
    close: () => link.close(),
  };
}

function authorizationOf({ host, url }: Endpoint, { auth, username = '', password = '' }: Credentials): string {
  if (!url.startsWith('https:')) {
    throw new Failure(`${host}: a login by ${auth} is never sent over plain HTTP.`, {
      hint: 'Use https://, or --auth ntlm, which seals what it sends over HTTP.',
    });
  }
  if (auth === 'certificate') return MUTUAL_TLS;
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** Asks which product answers there, without a login. */
export async function anonymousPost({ url }: Endpoint, link: Link, envelope: string): Promise<HttpResponse> {
  const headers = { ...soapHeaders, wsmanidentity: 'unauthenticated' };
  return link.send({ method: 'POST', url, headers, body: envelope, safe: true }, true);
}

/**
 * The SOAP envelope of an answer, be it a fault.
 * @throws Failure for what only HTTP says, as a login that was refused
 */
export async function answerText(
  endpoint: Endpoint,
  response: HttpResponse,
  credentials?: Pick<Credentials, 'auth' | 'username'>,
  safe = true,
): Promise<string> {
  const text = await readText(response, LARGEST_ANSWER);
  const { status, headers } = response;
  if (status === 401) throw refusedLogin(endpoint, headers['www-authenticate'], credentials);
  const isSoap = /^\s*(application\/soap\+xml|application\/xml|text\/xml)\b/i.test(headers['content-type'] ?? '');
  if ((status === 200 || status === 400 || status === 500) && isSoap && text !== '') return text;
  const failure = notSoap(endpoint, status, headers, text);
  // Something between us and the host may have given up waiting for it; a host that is busy has not begun.
  throw safe || (status >= 300 && status < 500) || status === 503
    ? failure
    : notKnown(failure.message.replace(/\.$/, ''));
}

/** After a change that was sent, an answer that says nothing of it leaves open whether it was made. */
export const notKnown = (said: string): Failure =>
  new Failure(`${said}; it is not known whether the change was made.`, { name: 'UnexpectedAnswer' }, 'unknown');

/** The login was refused: what the host would take instead, as far as it says so. */
export function refusedLogin(
  { host }: Endpoint,
  offered: string | undefined,
  credentials: Pick<Credentials, 'auth' | 'username'> | undefined,
): Failure {
  const schemes = schemesIn(offered ?? '');
  const who = credentials?.username === undefined ? 'the login' : `the login of ${credentials.username}`;
  const offer = schemes.length === 0 ? '' : `; it offers ${schemes.join(', ')}`;
  const offersNtlm = schemes.some((scheme) => /^(negotiate|ntlm)$/i.test(scheme));
  const isOther = credentials?.auth === 'basic' && offersNtlm && !schemes.some((scheme) => /^basic$/i.test(scheme));
  return new Failure(`${host}: ${who} was refused (401)${offer}.`, {
    name: 'Unauthorized',
    hint: isOther ? 'Try --auth ntlm.' : 'Nothing is tried again with the same password: accounts may lock.',
  });
}

function notSoap({ host, url }: Endpoint, status: number, headers: HttpResponse['headers'], text: string): Failure {
  const type = headers['content-type'];
  if (status === 404) {
    return new Failure(`${host}: there is no WS-Management at ${url} (404).`, { hint: 'Its usual path is /wsman.' });
  }
  if (status === 500 && text === '') {
    return new Failure(`${host}: the host answered nothing (500).`, {
      hint: 'Windows does so where it wants messages to be sealed: use https://, or --auth ntlm over http://.',
    });
  }
  const what = text === '' ? 'nothing' : type === undefined ? 'something' : type.replace(/;.*/s, '');
  return new Failure(`${host}: the host answered ${what}, which is no WS-Management (${status}).`, {
    name: 'UnexpectedAnswer',
    hint: status === 503 ? 'It is busy; try again later.' : 'Is this the right port?',
  });
}

/** The kinds of login in a WWW-Authenticate, each once: the words that are alone between commas, or come first there. */
function schemesIn(offered: string): readonly string[] {
  const words = offered.split(',').map((one) => /^[A-Za-z]+(?=\s|$)/.exec(one.trimStart())?.[0]);
  return [...new Set(words)].filter((word) => word !== undefined);
}
