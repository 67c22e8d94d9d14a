import { createHash } from 'node:crypto';
import { type Answer, nothing, Refusal } from '../call.js';
import { type Content, rangeOf, slice, stored } from '../content.js';
import { imageContent } from '../seed/content.js';
import type { Image } from '../world-image.js';
import { type ImageCall, imageOf, ownersOnly, timeOf } from './call.js';

/** The bytes of an image: those that were uploaded, or made ones of its size. */
export function dataOf(image: Image): Content {
  return image.data ?? imageContent(image.id, image.size ?? 0);
}

/** `GET /v2/images/{id}/file`: the whole, or the range that is asked for. */
export function download(call: ImageCall, id: string): Answer {
  const image = imageOf(call, id);
  if (image.status === 'deactivated' && !call.caller.admin) {
    throw new Refusal(403, 'The requested image has been deactivated. Image data download is forbidden.');
  }
  if (image.status === 'queued' || image.size === null) return nothing();
  const content = dataOf(image);
  const headers: Record<string, string> = { 'content-type': 'application/octet-stream' };
  const range = rangeOf(call.headers.range, content.length);
  if (range === 'unsatisfiable') {
    const rule = `Start position MUST be in the inclusive range [0, ${content.length - 1}].`;
    throw new Refusal(416, `Invalid start position in Range header. ${rule}`);
  }
  if (image.checksum !== null) headers['content-md5'] = image.checksum;
  if (range !== undefined) {
    const { start, end } = range;
    headers['content-range'] = `bytes ${start}-${end - 1}/${content.length}`;
    return { status: 206, headers, body: slice(content, start, end) };
  }
  return { status: 200, headers, body: content };
}

/** `PUT /v2/images/{id}/file`: once, into an image that has none. */
export function upload(call: ImageCall, id: string): Answer {
  const image = imageOf(call, id);
  ownersOnly(call, image, 'upload data for');
  if (image.status !== 'queued') {
    throw new Refusal(409, `Image status transition from ${image.status} to saving is not allowed`);
  }
  fill(image, call.body);
  image.updated = timeOf(call);
  return nothing();
}

/** Puts bytes into an image. */
export function fill(image: Image, bytes: Uint8Array): void {
  Object.assign(image, {
    status: 'active',
    size: bytes.length,
    checksum: createHash('md5').update(bytes).digest('hex'),
    hash: createHash('sha512').update(bytes).digest('hex'),
    data: stored(bytes),
  });
}
