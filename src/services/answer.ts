import { Failure } from '../core/errors.js';
import { isRecord, type Json } from '../lib/read.js';
import type { Call, Session } from '../session/session.js';

/*
 * What commands read of answers. A success that does not hold what was asked for, be it `{}`, is an error: a table without
 * rows would say that the cloud has nothing. What one thing says of itself is read with `lib/read.ts`, and may be missing.
 */

/** One thing: the object under a key of the answer. @throws Failure when there is none, or one without a member */
export const objectOf = async (session: Session, call: Call, key: string): Promise<Json> =>
  objectIn(await session.json(call), key, call.service);

/** One thing that is the whole answer, as the image service has it: every one has this member. @throws Failure likewise */
export async function wholeOf(session: Session, call: Call, noun: string, member: string): Promise<Json> {
  const answer = await session.json(call);
  if (isRecord(answer) && Object.hasOwn(answer, member)) return answer;
  throw missing(noun, call.service);
}

/** A list that does not come in pages. @throws Failure when it is not there */
export const listOf = async (session: Session, call: Call, key: string): Promise<readonly Json[]> =>
  listIn(await session.json(call), key, call.service);

/** A list to its end; with a `limit` in the query, the one page that it asks for. @throws Failure when it is not there */
export const listed = (session: Session, call: Call, key: string): AsyncGenerator<readonly Json[]> =>
  call.query?.limit === undefined ? allListed(session, call, key) : onePage(session, call, key);

async function* onePage(session: Session, call: Call, key: string): AsyncGenerator<readonly Json[]> {
  yield await listOf(session, call, key);
}

/** A list to its end, where a `limit` only says how long its pages are. @throws Failure when it is not there */
export async function* allListed(session: Session, call: Call, key: string): AsyncGenerator<readonly Json[]> {
  for await (const page of session.pages(call, key)) yield objects(page, key, call.service);
}

/** The object under a key. @throws Failure when there is none, or one without a member */
export function objectIn(holder: unknown, key: string, service = 'compute'): Json {
  const value = mapIn(holder, key, service);
  if (Object.keys(value).length === 0) throw missing(key, service);
  return value;
}

/** The same where it may have no members: extra specs, the usage of a project that used nothing. */
export function mapIn(holder: unknown, key: string, service = 'compute'): Json {
  const value = memberOf(holder, key);
  if (isRecord(value)) return value;
  throw missing(key, service);
}

/** The objects of the list under a key. @throws Failure when there is none, or something else stands in it */
export function listIn(holder: unknown, key: string, service = 'compute'): readonly Json[] {
  const value = memberOf(holder, key);
  if (Array.isArray(value)) return objects(value, key, service);
  throw missing(`list of ${key}`, service);
}

/** The text under a key; it may be empty. @throws Failure when there is none */
export function textIn(holder: unknown, key: string, service = 'compute'): string {
  const value = memberOf(holder, key);
  if (typeof value === 'string') return value;
  throw missing(key, service);
}

/** The texts of the list under a key. @throws Failure when there is none, or something else stands in it */
export function textsIn(holder: unknown, key: string, service = 'compute'): readonly string[] {
  const value = memberOf(holder, key);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw missing(`list of ${key}`, service);
}

/** What to say of an answer that does not hold what was asked for. */
export function missing(what: string, service = 'compute'): Failure {
  return new Failure(`The ${service} service's answer holds no ${what}.`, {
    name: 'UnexpectedAnswer',
    hint: 'Is the URL of this service right, and does something stand before it that answers in its place?',
  });
}

const memberOf = (holder: unknown, key: string): unknown =>
  isRecord(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;

function objects(items: readonly unknown[], key: string, service: string): readonly Json[] {
  if (items.every(isRecord)) return items;
  throw new Failure(`The ${service} service's answer holds a list of ${key} in which something else stands.`, {
    name: 'UnexpectedAnswer',
  });
}
