import { type Answer, nothing, Refusal } from '../call.js';
import type { Container } from '../world-objects.js';
import { totalsOf } from './account.js';
import { accountOf, changeHeaders, containerOf, type ObjectCall, timestamp } from './call.js';
import { entriesOf, listAnswer } from './listing.js';

/** Headers of containers beside `x-container-meta-…` that are kept. */
const kept = [
  'x-container-read',
  'x-container-write',
  'x-container-sync-to',
  'x-container-sync-key',
  'x-versions-location',
];

function headersOf(container: Container): Record<string, string> {
  const { count, bytes } = totalsOf(container);
  const modified = Math.max(container.created, ...[...container.objects.values()].map((object) => object.modified));
  return {
    'x-container-object-count': String(count),
    'x-container-bytes-used': String(bytes),
    ...container.headers,
    'x-timestamp': timestamp(container.created),
    'last-modified': new Date(Math.ceil(modified / 1000) * 1000).toUTCString(),
    'accept-ranges': 'bytes',
    'x-storage-policy': 'Policy-0',
    'x-container-sharding': 'False',
  };
}

/** `/v1/{account}/{container}`: its objects. */
export function containerAnswer(call: ObjectCall): Answer {
  const account = accountOf(call);
  const name = call.container ?? '';
  if (call.method === 'PUT') return create(call);
  const container = containerOf(call);
  const headers = headersOf(container);
  switch (call.method) {
    case 'HEAD':
      return nothing({ 'content-type': 'text/plain; charset=utf-8', vary: 'Accept', ...headers });
    case 'POST':
      container.headers = changeHeaders(call, container.headers, 'x-container-meta-', kept);
      return nothing();
    case 'DELETE':
      if (container.objects.size > 0) {
        throw new Refusal(409, 'There was a conflict when trying to complete your request.');
      }
      account.containers.delete(name);
      return nothing();
    case 'GET':
      return listAnswer(call, entriesOf(call, rowsOf(container)), 'container', name, headers);
  }
  throw new Refusal(405, 'The method is not allowed for this resource.');
}

function rowsOf({ objects }: Container) {
  return [...objects.values()].map(({ name, etag, content, contentType, modified, headers }) => ({
    name,
    view: {
      bytes: headers['x-object-manifest'] === undefined ? content.length : 0,
      hash: etag,
      name,
      content_type: contentType,
      last_modified: new Date(modified).toISOString().replace('Z', '000'),
    },
  }));
}

/** 201 for a new one, 202 for one that is there already. */
function create(call: ObjectCall): Answer {
  const { containers } = accountOf(call);
  const name = call.container ?? '';
  if (Buffer.byteLength(name) > 256) {
    throw new Refusal(400, `Container name length of ${Buffer.byteLength(name)} longer than 256`);
  }
  const held = containers.get(name);
  const headers = changeHeaders(call, held?.headers ?? {}, 'x-container-meta-', kept);
  if (held === undefined) containers.set(name, { name, created: call.cloud.now(), headers, objects: new Map() });
  else held.headers = headers;
  return { status: held === undefined ? 201 : 202, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: '' };
}
