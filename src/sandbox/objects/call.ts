import { type Answer, type Call, page, Refusal } from '../call.js';
import type { Cloud } from '../cloud.js';
import { reasonPhrase } from '../reason-phrases.js';
import { objectTables } from '../seed/objects.js';
import type { Account, Container, ObjectTables } from '../world-objects.js';

/** A call to swift: what of an account it is about. */
export interface ObjectCall extends Call {
  readonly cloud: Cloud;
  readonly account: string;
  readonly container?: string;
  /** With slashes, as it is named. */
  readonly object?: string;
}

/** The rows of the object store. */
export function tablesOf({ world }: Cloud): ObjectTables {
  world.objects ??= objectTables(world);
  return world.objects;
}

/** An account; one that nobody has put anything into is there, and empty. */
export function accountOf(call: ObjectCall): Account {
  const tables = tablesOf(call.cloud);
  const account = tables.get(call.account) ?? { created: call.cloud.now(), headers: {}, containers: new Map() };
  tables.set(call.account, account);
  return account;
}

/** The container of the URL. @throws Refusal where there is none */
export function containerOf(call: ObjectCall): Container {
  const found = accountOf(call).containers.get(call.container ?? '');
  if (found === undefined) throw notFound();
  return found;
}

/** 404, in swift's words. */
export function notFound(): Refusal {
  return new Refusal(404, 'The resource could not be found.');
}

/** An error as swift writes it (swift/common/swob.py): a heading and a sentence. */
export function errorPage({ status, message, headers }: Refusal): Answer {
  return page(status, `<html><h1>${reasonPhrase(status)}</h1><p>${message}</p></html>`, headers);
}

/** `1361820645.00000` */
export function timestamp(time: number): string {
  return (time / 1000).toFixed(5);
}

/** The headers of a request that are kept with what it is about: `x-container-meta-` and the others that are named. */
export function keptHeaders(call: Call, prefix: string, others: readonly string[]): Record<string, string> {
  const kept = Object.entries(call.headers).filter(([name]) => name.startsWith(prefix) || others.includes(name));
  return Object.fromEntries(kept);
}

/** Puts new headers over old ones; an empty one, or one of `x-remove-…`, takes away. */
export function changeHeaders(
  call: Call,
  held: Record<string, string>,
  prefix: string,
  others: readonly string[],
): Record<string, string> {
  const changed = { ...held, ...keptHeaders(call, prefix, others) };
  const removed = Object.keys(call.headers)
    .filter((name) => name.startsWith('x-remove-'))
    .map((name) => name.replace('x-remove-', 'x-'));
  return Object.fromEntries(Object.entries(changed).filter(([name, value]) => value !== '' && !removed.includes(name)));
}
