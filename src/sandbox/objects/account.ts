import { type Answer, nothing, Refusal } from '../call.js';
import type { Account, Container } from '../world-objects.js';
import { accountOf, changeHeaders, type ObjectCall, timestamp } from './call.js';
import { entriesOf, listAnswer } from './listing.js';

/** Bytes and objects of a container. */
export function totalsOf({ objects }: Container): { count: number; bytes: number } {
  let bytes = 0;
  for (const { content, headers } of objects.values()) {
    // What a manifest stands for is counted where its segments are.
    if (headers['x-object-manifest'] === undefined) bytes += content.length;
  }
  return { count: objects.size, bytes };
}

const shown = ['x-account-access-control', 'x-account-sysmeta-'];

function headersOf({ created, headers, containers }: Account): Record<string, string> {
  const totals = [...containers.values()].map(totalsOf);
  const counts = {
    'container-count': containers.size,
    'object-count': totals.reduce((sum, { count }) => sum + count, 0),
    'bytes-used': totals.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  const entries = Object.entries(counts).map(([name, value]) => [name, String(value)] as const);
  return {
    ...Object.fromEntries(entries.map(([name, value]) => [`x-account-${name}`, value])),
    ...headers,
    'x-timestamp': timestamp(created),
    ...(containers.size === 0
      ? {}
      : Object.fromEntries(entries.map(([name, value]) => [`x-account-storage-policy-policy-0-${name}`, value]))),
    'accept-ranges': 'bytes',
    'x-account-project-domain-id': 'default',
  };
}

/** `/v1/{account}`: its containers. */
export function accountAnswer(call: ObjectCall): Answer {
  const account = accountOf(call);
  const headers = headersOf(account);
  if (call.method === 'HEAD')
    return nothing({ 'content-type': 'text/plain; charset=utf-8', vary: 'Accept', ...headers });
  if (call.method === 'POST') {
    account.headers = changeHeaders(call, account.headers, 'x-account-meta-', shown);
    return nothing();
  }
  if (call.method !== 'GET') throw new Refusal(405, 'The method is not allowed for this resource.');
  const rows = [...account.containers.values()].map((container) => {
    const { count, bytes } = totalsOf(container);
    const modified = new Date(container.created).toISOString().replace('Z', '000');
    return { name: container.name, view: { name: container.name, count, bytes, last_modified: modified } };
  });
  return listAnswer(call, entriesOf(call, rows), 'account', call.account, headers);
}
