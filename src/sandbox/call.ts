import type { HttpRequest } from '../http/transport.js';
import type { Content } from './content.js';

/** One request as the services of the embedded cloud see it. */
export interface Call {
  readonly method: HttpRequest['method'];
  /** The whole URL, as asked. */
  readonly url: URL;
  /** Base URL of the service that answers, without a slash at its end. */
  readonly root: string;
  /** The path after the base, as it stands: starts with `/` or is empty. */
  readonly rest: string;
  /** The same in decoded pieces, without empty ones. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** `req-` and a UUID, new for each call. */
  readonly requestId: string;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Content;
}

/** An answer of JSON, with these headers beside its type. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}) {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** An answer of HTML. */
export function page(status: number, html: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers }, body: html };
}

/** 204: no body and so no type of one. */
export function nothing(headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 204, headers, body: '' };
}

/** Ends a call with an error; each service writes it down in its own shape. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** What neutron calls the kind of error. */
    readonly type?: string,
  ) {
    super(message);
  }
}

/** A JSON object of a request's body or `undefined`, whatever the client sent. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** A text that says something: the empty one counts as not given, as in keystone. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The body's JSON; `undefined` when it is none. */
export function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
