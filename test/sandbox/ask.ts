import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { passwordOf } from '../../src/sandbox/seed.js';

/** A cloud's answer, read to its end. */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body's JSON; `undefined` when it is none. */
  readonly json: unknown;
}

export const publicPort = 'http://cloud.example.com:5000';
export const adminPort = 'http://cloud.example.com:35357';
export const nova = 'http://cloud.example.com:8774';
export const glance = 'http://cloud.example.com:9292';

/** Sends one request: `METHOD URL`, or only the URL for a GET. */
export async function ask(
  cloud: Transport,
  what: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Told> {
  const [first = '', second] = what.split(' ');
  const method = (second === undefined ? 'GET' : first) as HttpRequest['method'];
  const response = await cloud({
    method,
    url: second ?? first,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** A value inside of JSON: `at(answer.json, 'access', 'token', 'id')`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = (inner as Record<string | number, unknown>)[key];
  }
  return inner;
}

/** The values of one key in a list of objects. */
export function each(list: unknown, key: string): unknown[] {
  return Array.isArray(list) ? list.map((item) => at(item, key)) : [];
}

/** Logs in over v2.0 and gives the header to go on with. */
export async function login(cloud: Transport, user = 'admin', tenant: string | undefined = user) {
  const told = await ask(cloud, `POST ${publicPort}/v2.0/tokens`, {}, passwordBody(user, tenant));
  return { 'x-auth-token': String(at(told.json, 'access', 'token', 'id')) };
}

export function passwordBody(user: string, tenant?: string, password = passwordOf(user)) {
  return { auth: { passwordCredentials: { username: user, password }, ...(tenant ? { tenantName: tenant } : {}) } };
}
