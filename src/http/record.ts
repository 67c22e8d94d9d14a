/** Exchanges without their secrets, to be looked at later, and answered from again without a network. */
import { Failure } from '../core/errors.js';
import { mayLoseNumbers } from '../core/exact-number.js';
import { type Secrets, secretRegistry } from '../core/secrets.js';
import { asRecord, asText, isRecord } from '../lib/read.js';
import { redactedBody } from './curl.js';
import { learnFromHeaders, redactHeader, redactText, redactUrl } from './redact.js';
import { tee } from './tee.js';
import type { Decorator, HttpRequest, HttpResponse, Transport } from './transport.js';

/** What was sent and what came of it: an answer, or the reason why there is none. */
export interface Exchange {
  /** ISO 8601. */
  readonly at: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** JSON as it is, other text as a string. */
    readonly body?: unknown;
    /** Why there is no body, though one came. */
    readonly omitted?: string;
  };
  readonly failure?: { readonly name: string; readonly message: string; readonly hint?: string };
}

export interface RecordOptions {
  /** What must not be kept, wherever it turns up. */
  readonly secrets: Secrets;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called once per exchange, when all of its answer has come. */
  readonly keep: (exchange: Exchange) => void;
}

/** Bytes of a body that are kept. */
const MOST_KEPT = 32 * 1024 * 1024;

/** Hands each exchange on, without changing it; what is secret by name, by looks, or known as such is hidden. */
export function recorder({ secrets, now, keep }: RecordOptions): Decorator {
  return (next) => async (request) => {
    const at = new Date(now()).toISOString();
    const sent = requestOf(request, secrets);
    let response: HttpResponse;
    try {
      response = await next(request);
    } catch (error) {
      if (error instanceof Failure) keep({ at, request: sent, failure: failureOf(error, secrets) });
      throw error;
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    const see = (chunk: Uint8Array): void => {
      size += chunk.byteLength;
      if (size <= MOST_KEPT) chunks.push(chunk);
    };
    const body = tee(response.body, see, (ending) => {
      const { status, headers } = response;
      learnFromHeaders(headers, secrets);
      const shown = size > MOST_KEPT ? { omitted: 'it is too long' } : bodyOf(Buffer.concat(chunks), secrets);
      const content = ending === 'complete' ? shown : { omitted: 'it broke off, or was not read to its end' };
      keep({ at, request: sent, response: { status, headers: headersOf(headers, secrets), ...content } });
    });
    return { ...response, body };
  };
}

function requestOf({ method, url, headers, body }: HttpRequest, secrets: Secrets): Exchange['request'] {
  learnFromHeaders(headers, secrets);
  const shown = body === undefined ? {} : { body: parsed(redactedBody(body, secrets)) };
  return { method, url: redactUrl(url, secrets), headers: headersOf(headers, secrets), ...shown };
}

function failureOf({ name, message, hint }: Failure, secrets: Secrets): NonNullable<Exchange['failure']> {
  const shown = hint === undefined ? {} : { hint: redactText(hint, secrets) };
  return { name, message: redactText(message, secrets), ...shown };
}

function headersOf(headers: HttpRequest['headers'], secrets: Secrets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      // The length is that of what was sent, not of what is kept.
      .filter(([name]) => name !== 'content-length')
      .map(([name, value]) => [name, redactHeader(name, value, secrets)]),
  );
}

/** JSON that is broken could break off within a secret; what is no text cannot be searched for one. */
function bodyOf(bytes: Buffer, secrets: Secrets): { readonly body?: unknown; readonly omitted?: string } {
  if (bytes.byteLength === 0) return {};
  const content = bytes.toString('utf8');
  if (!Buffer.from(content).equals(bytes) || content.includes('\0')) return { omitted: 'it is no text' };
  const looksLikeJson = /^\s*[[{]/.test(content);
  if (looksLikeJson && !isJson(content)) return { omitted: 'it is broken JSON' };
  return { body: parsed(redactedBody(content, secrets)) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The JSON, or the text itself where it is none, or holds numbers that would not be the same again. */
function parsed(content: string): unknown {
  if (mayLoseNumbers(content)) return content;
  try {
    const value: unknown = JSON.parse(content);
    return isRecord(value) || Array.isArray(value) ? value : content;
  } catch {
    return content;
  }
}

/**
 * Answers from what was recorded: the same request in the order in which it was made, and its last answer from then on.
 * Secrets count as equal to what stands in their place.
 *
 * @param name of the recording, for messages
 */
export function replay(exchanges: readonly Exchange[], name: string): Transport {
  const answers = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { method, url, body } = exchange.request;
    const key = keyOf(method, url, body);
    answers.set(key, [...(answers.get(key) ?? []), exchange]);
  }
  return async (request) => {
    const { method, url, body } = requestOf(request, secretRegistry());
    const queue = answers.get(keyOf(method, url, body)) ?? [];
    const exchange = queue.length > 1 ? queue.shift() : queue[0];
    if (exchange === undefined) {
      throw new Failure(`${name} holds no answer to ${method} ${url}`, {
        name: 'UnknownConnectionError',
        hint: 'It answers the commands that it was recorded from, with the same options.',
      });
    }
    return answerOf(exchange, name);
  };
}

/** Hidden by name, by fingerprint, or by fingerprint within a URL. */
const IN_PLACE_OF_SECRETS = /(?:\{|%7B)SHA256(?:\}|%7D)[0-9a-f]{64}|\*\*\*/gi;

const keyOf = (method: string, url: string, body: unknown): string =>
  `${method} ${url} ${JSON.stringify(body) ?? ''}`.replace(IN_PLACE_OF_SECRETS, '*');

function answerOf({ request, response, failure }: Exchange, name: string): HttpResponse {
  if (failure !== undefined) {
    const { message, ...details } = failure;
    throw new Failure(message, details);
  }
  if (response === undefined || response.omitted !== undefined) {
    throw new Failure(`${name} does not hold the answer to ${request.method} ${request.url}`, {
      name: 'UnknownConnectionError',
      hint: `It was left out: ${response?.omitted ?? 'there was none'}.`,
    });
  }
  const { status, headers, body } = response;
  const content = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: once(Buffer.from(content)) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}

/** A file of a recording; undefined for what is none. */
export function readExchange(value: unknown): Exchange | undefined {
  const { at, request, response, failure } = asRecord(value);
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || !isRecord(request)) return undefined;
  const { method, url, headers, body } = request;
  if (typeof method !== 'string' || typeof url !== 'string') return undefined;
  const sent = { method, url, headers: textsOf(headers), ...(body === undefined ? {} : { body }) };
  if (isRecord(failure)) {
    const hint = failure.hint === undefined ? {} : { hint: asText(failure.hint) };
    return { at, request: sent, failure: { name: asText(failure.name), message: asText(failure.message), ...hint } };
  }
  if (!isRecord(response) || typeof response.status !== 'number') return undefined;
  const { status, omitted } = response;
  const content = response.body === undefined ? {} : { body: response.body };
  const without = omitted === undefined ? {} : { omitted: asText(omitted) };
  return { at, request: sent, response: { status, headers: textsOf(response.headers), ...content, ...without } };
}

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(asRecord(value)).map(([name, inner]) => [name, asText(inner)]));
