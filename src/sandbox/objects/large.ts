import { createHash } from 'node:crypto';
import { type Answer, json, parsed, Refusal } from '../call.js';
import { type Content, joined } from '../content.js';
import type { Segment, StoredObject } from '../world-objects.js';
import { accountOf, type ObjectCall } from './call.js';

/** Objects that are kept in segments: dynamic ones by a prefix, static ones by a list. */

/** `/container/object` of the same account. */
function objectAt(call: ObjectCall, path: string): StoredObject | undefined {
  const [, container = '', object = ''] = /^\/?([^/]+)\/(.*)$/.exec(path) ?? [];
  return accountOf(call).containers.get(container)?.objects.get(object);
}

/** What is read of an object: of one in segments, all of them after each other. */
export function readable(call: ObjectCall, object: StoredObject): { content: Content; etag: string } {
  const parts = partsOf(call, object);
  if (parts === undefined) return { content: object.content, etag: object.etag };
  const sums = parts.map(({ etag }) => etag).join('');
  return {
    content: joined(parts.map(({ content }) => content)),
    etag: `"${createHash('md5').update(sums).digest('hex')}"`,
  };
}

function partsOf(call: ObjectCall, { headers, segments }: StoredObject): StoredObject[] | undefined {
  if (segments !== undefined) {
    return segments.flatMap(({ path }) => {
      const found = objectAt(call, path);
      if (found === undefined) throw new Refusal(409, 'There was a conflict when trying to complete your request.');
      return [found];
    });
  }
  const manifest = headers['x-object-manifest'];
  if (manifest === undefined) return undefined;
  const [, container = '', prefix = ''] = /^([^/]+)\/(.*)$/.exec(decodeURIComponent(manifest)) ?? [];
  const objects = [...(accountOf(call).containers.get(container)?.objects.values() ?? [])];
  return objects.filter(({ name }) => name.startsWith(prefix)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The body of `PUT …?multipart-manifest=put`: what a static large object is made of, checked. */
export function manifestOf(call: ObjectCall): { segments: Segment[]; etag: string; content: Content } {
  const given = parsed(call.body);
  if (!Array.isArray(given)) throw new Refusal(400, 'Manifest must be valid JSON.');
  const errors: string[] = [];
  const segments = given.map((one: { path?: unknown; etag?: unknown; size_bytes?: unknown }): Segment => {
    const path = String(one.path ?? '');
    const found = objectAt(call, path);
    if (found === undefined) errors.push(`${path}, 404 Not Found`);
    else if (typeof one.etag === 'string' && one.etag !== found.etag) errors.push(`${path}, Etag Mismatch`);
    else if (one.size_bytes !== undefined && one.size_bytes !== null && Number(one.size_bytes) !== found.content.length)
      errors.push(`${path}, Size Mismatch`);
    return {
      path: path.startsWith('/') ? path : `/${path}`,
      hash: found?.etag ?? '',
      bytes: found?.content.length ?? 0,
    };
  });
  if (errors.length > 0) throw new Refusal(400, `Errors:\n${errors.join('\n')}\n`);
  const etag = createHash('md5')
    .update(segments.map(({ hash }) => hash).join(''))
    .digest('hex');
  const length = segments.reduce((sum, { bytes }) => sum + bytes, 0);
  // Its bytes are those of its segments; what is kept here is only how many there are.
  return { segments, etag, content: { length, chunks: () => [] } };
}

/** `GET …?multipart-manifest=get`: the list itself. */
export function manifestAnswer(
  call: ObjectCall,
  { segments = [] }: StoredObject,
  headers: Record<string, string>,
): Answer {
  const rows = segments.map(({ path, hash, bytes }) => {
    const found = objectAt(call, path);
    return {
      name: path,
      bytes,
      hash,
      content_type: found?.contentType ?? 'application/octet-stream',
      last_modified: new Date(found?.modified ?? 0).toISOString().replace('Z', '000'),
    };
  });
  return json(200, rows, { ...headers, 'content-type': 'application/json; charset=utf-8' });
}

/** `DELETE …?multipart-manifest=delete`: the segments with it; says what was done, as a bulk delete does. */
export function deleteSegments(call: ObjectCall, { segments = [] }: StoredObject): Answer {
  const { containers } = accountOf(call);
  for (const { path } of segments) {
    const [, container = '', object = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
    containers.get(container)?.objects.delete(object);
  }
  return json(200, {
    'Response Status': '200 OK',
    'Response Body': '',
    'Number Deleted': segments.length + 1,
    'Number Not Found': 0,
    Errors: [],
  });
}
