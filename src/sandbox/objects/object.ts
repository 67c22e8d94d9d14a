import { createHash } from 'node:crypto';
import { type Answer, json, nothing, Refusal } from '../call.js';
import { rangeOf, slice, stored } from '../content.js';
import type { StoredObject } from '../world-objects.js';
import { accountOf, containerOf, keptHeaders, notFound, type ObjectCall, timestamp } from './call.js';
import { deleteSegments, manifestAnswer, manifestOf, readable } from './large.js';

/** Headers of objects beside `x-object-meta-…` that are kept. */
const kept = ['content-encoding', 'content-disposition', 'x-delete-at', 'x-object-manifest'];

/** `/v1/{account}/{container}/{object}` */
export function objectAnswer(call: ObjectCall): Answer {
  if (call.method === 'PUT') return put(call);
  const { objects } = containerOf(call);
  const found = objects.get(call.object ?? '');
  if (found === undefined || expired(call, found)) throw notFound();
  const manifest = call.query.get('multipart-manifest');
  switch (call.method) {
    case 'GET':
    case 'HEAD':
      return read(call, found, manifest === 'get');
    case 'POST':
      found.headers = {
        ...keptHeaders(call, 'x-object-meta-', kept),
        ...(found.headers['x-object-manifest'] === undefined
          ? {}
          : { 'x-object-manifest': found.headers['x-object-manifest'] }),
      };
      found.modified = call.cloud.now();
      return { ...nothing(), status: 202 };
    case 'DELETE':
      objects.delete(found.name);
      return manifest === 'delete' && found.segments !== undefined ? deleteSegments(call, found) : nothing();
  }
  throw new Refusal(405, 'The method is not allowed for this resource.');
}

function expired(call: ObjectCall, { headers }: StoredObject): boolean {
  const at = headers['x-delete-at'];
  return at !== undefined && Number(at) * 1000 <= call.cloud.now();
}

/** Seconds since 1970, rounded up, as `Last-Modified` has them. */
function httpDate(time: number): string {
  return new Date(Math.ceil(time / 1000) * 1000).toUTCString();
}

function read(call: ObjectCall, object: StoredObject, asManifest: boolean): Answer {
  const { content, etag } = asManifest ? { content: object.content, etag: object.etag } : readable(call, object);
  const headers: Record<string, string> = {
    'content-type': object.contentType,
    etag,
    'last-modified': httpDate(object.modified),
    'x-timestamp': timestamp(object.modified),
    'accept-ranges': 'bytes',
    ...object.headers,
    ...(object.segments === undefined ? {} : { 'x-static-large-object': 'True' }),
  };
  if (asManifest && object.segments !== undefined) return manifestAnswer(call, object, headers);
  const condition = conditionOf(call, etag, object.modified);
  if (condition !== undefined) return { status: condition, headers, body: '' };
  const range = rangeOf(call.headers.range, content.length);
  if (range === undefined || call.method === 'HEAD') return { status: 200, headers, body: content };
  if (range === 'unsatisfiable') {
    const text = '<html><h1>Requested Range Not Satisfiable</h1><p>The Range requested is not available.</p></html>';
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${content.length}` }, body: text };
  }
  const { start, end } = range;
  headers['content-range'] = `bytes ${start}-${end - 1}/${content.length}`;
  return { status: 206, headers, body: slice(content, start, end) };
}

/** The status where a conditional request has nothing to get. */
function conditionOf({ headers }: ObjectCall, etag: string, modified: number): 304 | 412 | undefined {
  const plain = (text: string): string => text.trim().replaceAll('"', '');
  const listed = (text: string): boolean =>
    text.split(',').some((one) => plain(one) === plain(etag) || one.trim() === '*');
  const seconds = Math.ceil(modified / 1000) * 1000;
  if (headers['if-match'] !== undefined && !listed(headers['if-match'])) return 412;
  if (headers['if-none-match'] !== undefined) return listed(headers['if-none-match']) ? 304 : undefined;
  const since = Date.parse(headers['if-modified-since'] ?? '');
  if (!Number.isNaN(since) && seconds <= since) return 304;
  const until = Date.parse(headers['if-unmodified-since'] ?? '');
  return !Number.isNaN(until) && seconds > until ? 412 : undefined;
}

function put(call: ObjectCall): Answer {
  const { objects } = containerOf(call);
  const name = call.object ?? '';
  if (Buffer.byteLength(name) > 1024) {
    throw new Refusal(400, `Object name length of ${Buffer.byteLength(name)} longer than 1024`);
  }
  const now = call.cloud.now();
  const source = sourceOf(call);
  const manifest = call.query.get('multipart-manifest') === 'put' ? manifestOf(call) : undefined;
  const read = source === undefined ? undefined : readable(call, source);
  const content = manifest?.content ?? read?.content ?? stored(call.body);
  const etag = manifest?.etag ?? read?.etag.replaceAll('"', '') ?? createHash('md5').update(call.body).digest('hex');
  const given = call.headers.etag?.replaceAll('"', '');
  if (given !== undefined && given !== '' && given !== etag) {
    throw new Refusal(422, 'Unable to process the contained instructions');
  }
  const after = Number(call.headers['x-delete-after']);
  const type = call.headers['content-type'];
  objects.set(name, {
    name,
    contentType: type === undefined || type === '' ? (source?.contentType ?? 'application/octet-stream') : type,
    etag,
    modified: now,
    headers: {
      ...(source?.headers ?? {}),
      ...keptHeaders(call, 'x-object-meta-', kept),
      ...(after > 0 ? { 'x-delete-at': String(Math.floor(now / 1000) + after) } : {}),
    },
    content,
    ...(manifest === undefined ? {} : { segments: manifest.segments }),
  });
  const headers = { etag: manifest === undefined ? etag : `"${etag}"`, 'last-modified': httpDate(now) };
  return { ...json(201, null, { ...headers, 'content-type': 'text/html; charset=UTF-8' }), body: '' };
}

/** What `X-Copy-From: /container/object` names. */
function sourceOf(call: ObjectCall): StoredObject | undefined {
  const from = call.headers['x-copy-from'];
  if (from === undefined) return undefined;
  const [, container = '', object = ''] = /^\/?([^/]+)\/(.*)$/.exec(decodeURIComponent(from)) ?? [];
  const found = accountOf(call).containers.get(container)?.objects.get(object);
  if (found === undefined) throw notFound();
  return found;
}
