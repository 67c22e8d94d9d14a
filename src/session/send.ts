import type { ApiErrorWords } from '../core/api-error-words.js';
import { mayLoseNumbers } from '../core/exact-number.js';
import { isTooDeep, tooDeep } from '../core/nesting.js';
import type { Secrets } from '../core/secrets.js';
import { httpFailure, parseJson, requestIdOf } from '../http/api-errors.js';
import { readText } from '../http/body.js';
import type { HttpRequest, HttpResponse, Transport } from '../http/transport.js';
import { showUrl } from '../http/url.js';

/** An answer that has been read to its end. */
export interface Answer {
  readonly request: HttpRequest;
  readonly status: number;
  readonly headers: HttpResponse['headers'];
  /** Of a refusal without the secrets in it: some servers quote what they do not like. */
  readonly text: string;
}

/** The head of a success, and its body for whoever reads it as it comes; of anything else the whole answer. */
export interface OpenAnswer extends Answer {
  readonly body?: HttpResponse['body'];
}

export interface Sender {
  readonly transport: Transport;
  readonly secrets: Secrets;
}

/** Sends a request and reads the whole answer, whatever its status. Rejects with a `Failure` where none came. */
export async function send({ transport, secrets }: Sender, request: HttpRequest): Promise<Answer> {
  const response = await transport(request);
  const { status, headers } = response;
  const text = await readText(response);
  return { request, status, headers, text: status < 300 ? text : secrets.hide(text) };
}

/** The same for an answer that may be of any length; only a refusal is read. */
export async function sendStreaming(sender: Sender, request: HttpRequest): Promise<OpenAnswer> {
  const response = await sender.transport(request);
  const { status, headers, body } = response;
  if (isSuccess(response)) return { request, status, headers, text: '', body };
  return { request, status, headers, text: sender.secrets.hide(await readText(response)) };
}

/** A status of 200 to 299. */
export function isSuccess(answer: Pick<Answer, 'status'>): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** The JSON of a successful answer, undefined for 204; an `HttpFailure` for any other, a `Failure` for what is not JSON. */
export function jsonOf(answer: Answer, words?: ApiErrorWords): unknown {
  if (!isSuccess(answer)) throw httpFailure(answer.request, answer, answer.text, words);
  if (answer.status === 204) return undefined;
  return parseJson(answer.text, answer.request, answer);
}

/** As `jsonOf`, with every number as it was written; only a body that holds numbers that JavaScript changes pays for it. */
export async function exactJsonOf(answer: Answer, words?: ApiErrorWords): Promise<unknown> {
  if (!isSuccess(answer) || !mayLoseNumbers(answer.text) || isTooDeep(answer.text)) return jsonOf(answer, words);
  const { parseExactly } = await import('../lib/exact-json.js');
  try {
    return parseExactly(answer.text);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(`The answer of ${showUrl(answer.request.url)}`);
    return jsonOf(answer, words);
  }
}

/**
 * Sent by a proxy or a web server, not by the service: 300, 404 or 410 without a request id or JSON. A
 * service says in JSON what it does not find, or under which id it was asked.
 */
export function isFromProxy(answer: Answer): boolean {
  if (answer.status === 300) return true;
  const isMissing = answer.status === 404 || answer.status === 410;
  return isMissing && requestIdOf(answer) === undefined && jsonIfAny(answer) === undefined;
}

/** The JSON if it is any, whatever the status: for documents whose status does not matter. */
export function jsonIfAny(answer: Pick<Answer, 'text'>): unknown {
  if (isTooDeep(answer.text)) return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    return undefined;
  }
}
