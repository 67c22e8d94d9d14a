/** What a server says when it refuses, in the classic clients' words. */
import type { ApiErrorWords, Refusal } from '../core/api-error-words.js';
import { Failure } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import { isTooDeep, tooDeep } from '../core/nesting.js';
import { DOUBT } from './connection-errors.js';
import { messageInHtml, oneLine } from './html-message.js';
import { type HttpRequest, type HttpResponse, isChange } from './transport.js';
import { showUrl } from './url.js';

/** Class name and default message. */
type Kind = readonly [name: string, message: string];

/** `keystoneauth1/exceptions/http.py`: what every client makes of a login, and of services of which it has no words of its own. */
const keystoneauthKinds = (): Readonly<Record<number, Kind>> => ({
  400: ['BadRequest', 'Bad Request'],
  401: ['Unauthorized', 'Unauthorized'],
  402: ['PaymentRequired', 'Payment Required'],
  403: ['Forbidden', 'Forbidden'],
  404: ['NotFound', 'Not Found'],
  405: ['MethodNotAllowed', 'Method Not Allowed'],
  406: ['NotAcceptable', 'Not Acceptable'],
  407: ['ProxyAuthenticationRequired', 'Proxy Authentication Required'],
  408: ['RequestTimeout', 'Request Timeout'],
  409: ['Conflict', 'Conflict'],
  410: ['Gone', 'Gone'],
  411: ['LengthRequired', 'Length Required'],
  412: ['PreconditionFailed', 'Precondition Failed'],
  413: ['RequestEntityTooLarge', 'Request Entity Too Large'],
  414: ['RequestUriTooLong', 'Request-URI Too Long'],
  415: ['UnsupportedMediaType', 'Unsupported Media Type'],
  416: ['RequestedRangeNotSatisfiable', 'Requested Range Not Satisfiable'],
  417: ['ExpectationFailed', 'Expectation Failed'],
  422: ['UnprocessableEntity', 'Unprocessable Entity'],
  500: ['InternalServerError', 'Internal Server Error'],
  501: ['HttpNotImplemented', 'Not Implemented'],
  502: ['BadGateway', 'Bad Gateway'],
  503: ['ServiceUnavailable', 'Service Unavailable'],
  504: ['GatewayTimeout', 'Gateway Timeout'],
  505: ['HttpVersionNotSupported', 'HTTP Version Not Supported'],
});

function keystoneauthKind(status: number): Kind {
  const known = keystoneauthKinds()[status];
  if (known !== undefined) return known;
  if (status >= 500) return ['HttpServerError', 'HTTP Server Error'];
  return status >= 400 ? ['HTTPClientError', 'HTTP Client Error'] : ['HttpError', 'HTTP Error'];
}

/** The server answered, and said no. The message is the classic `<message> (HTTP <code>) (Request-ID: <id>)`. */
export class HttpFailure extends Failure {
  readonly status: number;
  readonly method: string;
  /** Without secrets. */
  readonly url: string;
  readonly requestId: string | undefined;
  /** What the server itself says, on one line; undefined when its answer holds no message. */
  readonly serverMessage: string | undefined;

  constructor(
    message: string,
    details: {
      readonly name: string;
      readonly hint?: string;
      readonly status: number;
      readonly method: string;
      readonly url: string;
      readonly requestId?: string;
      readonly serverMessage?: string;
    },
    exitReason?: ExitReason,
  ) {
    super(message, details, exitReason);
    this.status = details.status;
    this.method = details.method;
    this.url = details.url;
    this.requestId = details.requestId;
    this.serverMessage = details.serverMessage;
  }
}

const keystoneauth: ApiErrorWords = { kind: keystoneauthKind };

function classicSentence({ message, status, requestId }: Refusal): string {
  return `${message} (HTTP ${status})${requestId === undefined ? '' : ` (Request-ID: ${requestId})`}`;
}

/**
 * The failure that an answer of 400 and above (or any other unwanted status) stands for.
 *
 * @param text its body
 * @param words keystoneauth's, where the client has none for the service
 */
export function httpFailure(
  request: HttpRequest,
  response: Pick<HttpResponse, 'status' | 'headers'>,
  text: string,
  { kind, sentence = classicSentence }: ApiErrorWords = keystoneauth,
): HttpFailure {
  const { status } = response;
  const [name, fallback] = kind(status);
  const serverMessage = oneLine(messageIn(text) ?? '') || undefined;
  const requestId = requestIdOf(response);
  const isEmpty = text.trim() === '';
  const url = showUrl(request.url);
  const { method } = request;
  const said = { status, message: serverMessage ?? fallback, method, url, text };
  const inDoubt = isInDoubt(request, status);
  const hint = inDoubt ? DOUBT : serverMessage === undefined && !isEmpty ? unread(url, text) : undefined;
  return new HttpFailure(
    sentence({ ...said, ...(requestId === undefined ? {} : { requestId }) }),
    { name, hint, status, method, url, requestId, serverMessage },
    inDoubt ? 'unknown' : 'failed',
  );
}

/** What a proxy says that has waited in vain for the service: it may have got the request all the same. */
const PASSED_ON: readonly number[] = [502, 504];

/** Does nobody know what became of a change that was answered so? */
export const isInDoubt = (request: Pick<HttpRequest<unknown>, 'method' | 'safe'>, status: number): boolean =>
  PASSED_ON.includes(status) && isChange(request);

/** What was answered, where no message is in it. */
const unread = (url: string, text: string): string => `${url} answered with ${shapeOf(text)}.`;

/** The id under which the operators find this request in their logs: Nova's own header, everybody's, or Swift's of old. */
export function requestIdOf(response: Pick<HttpResponse, 'headers'>): string | undefined {
  const { headers } = response;
  const id = headers['x-compute-request-id'] ?? headers['x-openstack-request-id'] ?? headers['x-trans-id'];
  // `req-` and a UUID; a repeated header comes joined by a comma, and a hostile one with anything.
  return id === undefined ? undefined : /^[\w.-]{1,80}/.exec(id)?.[0];
}

/**
 * The message in an error's body, from any of the shapes that services use:
 * - Keystone and the token middleware `{"error": {"message"}}`, Nova and Cinder `{"itemNotFound": {"message"}}`;
 * - Neutron `{"NeutronError": {"message", "detail"}}` or `{"NeutronError": "text"}`;
 * - newer WebOb, Ironic and Glance v2 `{"message"}`; the API guidelines' `{"errors": [{"title", "detail"}]}`
 *   (Placement);
 * - Glance and Swift an HTML page, the old token middleware plain text.
 */
function messageIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (/^[[{"]/.test(trimmed)) {
    if (isTooDeep(trimmed)) return undefined;
    try {
      return messageOf(JSON.parse(trimmed));
    } catch {
      return undefined;
    }
  }
  if (isHtml(trimmed)) return messageInHtml(trimmed);
  return isReadable(trimmed) ? trimmed : undefined;
}

function messageOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (!isRecord(body)) return undefined;
  if (typeof body.message === 'string') return body.message;
  if (Array.isArray(body.errors)) {
    const [first] = body.errors;
    if (!isRecord(first)) return undefined;
    return stringOf(first.detail) ?? stringOf(first.title) ?? stringOf(first.message);
  }
  for (const value of Object.values(body)) {
    if (typeof value === 'string') return value;
    if (!isRecord(value)) continue;
    const message = stringOf(value.message) ?? stringOf(value.faultstring) ?? stringOf(value.title);
    if (message === undefined) continue;
    const detail = stringOf(value.detail);
    return detail === undefined ? message : `${message} ${detail}`;
  }
  return undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const isHtml = (text: string): boolean => /^(<!doctype html|<\?xml|<html|<head|<body|<h1|<p>)/i.test(text);

/** Text that a person wrote for a person, as against an image or a dump of memory. */
const isReadable = (text: string): boolean => !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text);

function shapeOf(text: string): string {
  const trimmed = text.trim();
  if (isHtml(trimmed)) return 'a web page, not with an OpenStack error';
  if (/^[[{"]/.test(trimmed)) return 'JSON that holds no message';
  return 'something that is no text';
}

/**
 * The JSON of an answer, unchecked. Rejects with a `Failure` that says what came instead: HTML, nothing, half of it; of a
 * change nobody knows then what became of it.
 */
export function parseJson(text: string, request: HttpRequest, response: Pick<HttpResponse, 'headers'>): unknown {
  if (isTooDeep(text)) throw tooDeep(`The answer of ${showUrl(request.url)}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const url = showUrl(request.url);
    const [message, hint] = notJson(text, error, response);
    const details = { name: 'InvalidResponse', cause: error };
    if (isChange(request)) throw new Failure(`${url} ${message}`, { ...details, hint: DOUBT }, 'unknown');
    throw new Failure(`${url} ${message}`, { ...details, hint });
  }
}

function notJson(
  text: string,
  error: unknown,
  response: Pick<HttpResponse, 'headers'>,
): readonly [message: string, hint?: string] {
  const trimmed = text.trim();
  const question = 'Is this really an OpenStack endpoint?';
  if (trimmed === '') return ['answered with nothing, where JSON was expected'];
  if (isHtml(trimmed)) return ['answered with HTML, not JSON', question];
  if (!/^[[{]/.test(trimmed)) {
    const type = oneLine(response.headers['content-type'] ?? '').slice(0, 80);
    return [`answered with something that is not JSON${type === '' ? '' : ` (${type})`}`, question];
  }
  // The parser was content up to the very end: the rest is missing. Servers that neither announce the length of an
  // answer nor send it in chunks give no other sign that the connection broke.
  const said = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(said)?.[1];
  const isCut = /end of JSON|Unterminated/i.test(said) || (position !== undefined && Number(position) >= text.length);
  if (isCut) return [`answered with JSON that was cut short, after ${Buffer.byteLength(text)} bytes`, 'Try it again.'];
  return ['answered with JSON that is broken'];
}
