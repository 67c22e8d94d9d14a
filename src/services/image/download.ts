import type { Checksum, Download } from '../../core/download.js';
import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import { asText, type Json } from '../../lib/read.js';
import type { ByteAnswer, Session } from '../../session/session.js';
import { callOf, pathOf } from '../resource.js';
import { imageByIdOrName } from './find-image.js';
import { images } from './resources.js';
import { contentOfV1 } from './v1.js';

/** The content of an image, and what it has to come to. */
export type ImageContent = Pick<Download, 'open' | 'checksum' | 'size'>;

/**
 * What downloads an image: from any byte on, checked as glanceclient checks it (`v2/images.py` data): by the image's own
 * hash, else by its MD5 sum. Image API reference, "Download binary image data" (200, 206 with a range, 204 without data).
 *
 * @param id or name
 * @param allowMd5 take the MD5 sum where this machine does not know the algorithm
 * @throws Failure in glanceclient's words
 */
export async function downloadImage(session: Session, id: string, allowMd5: boolean): Promise<ImageContent> {
  const image = await worded(id, () => imageByIdOrName(session, id));
  const checksum = checksumOf(image, allowMd5);
  const size = typeof image.size === 'number' && image.size > 0 ? image.size : undefined;
  const call = { ...callOf(images, pathOf(images, asText(image.id), '/file')) };
  const open: ImageContent['open'] = async (from) => {
    const range = from === 0 ? {} : { headers: { range: `bytes=${from}-` } };
    const answer = await worded(id, () => session.bytes({ ...call, ...range }));
    if (answer.status === 204) throw new Failure(`Image ${id} has no data.`);
    return { from: firstByteOf(answer), bytes: answer.bytes };
  };
  return { open, ...(checksum === undefined ? {} : { checksum }), ...(size === undefined ? {} : { size }) };
}

/** The place of the first byte of an answer: `Content-Range: bytes 500-999/1000`. */
function firstByteOf({ status, headers }: ByteAnswer): number {
  if (status !== 206) return 0;
  const first = /^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1];
  if (first === undefined) throw new Failure('The server answers with a part, and does not say of what.');
  return Number(first);
}

function checksumOf(image: Json, allowMd5: boolean): Checksum | undefined {
  const [algorithm, hash, md5] = [asText(image.os_hash_algo), asText(image.os_hash_value), asText(image.checksum)];
  const wrong = (what: string, digest: string) => (found: string) => corrupt(`${what} was ${found} expected ${digest}`);
  const old = md5 === '' ? undefined : { algorithm: 'md5', digest: md5, wrong: wrong('Checksum', md5) };
  if (hash === '') return old;
  const otherwise = allowMd5 && old !== undefined ? { otherwise: old } : {};
  return { algorithm, digest: hash, wrong: wrong('Hash', hash), ...otherwise };
}

/** Python's text of the error that it raises. */
const corrupt = (what: string): Failure => new Failure(`[Errno 32] Corrupt image download. ${what}`);

/** The same over the image API v1, which has no parts of images, and says their MD5 sum only. */
export function downloadImageOfV1(session: Session, image: Json): ImageContent {
  const checksum = checksumOf({ checksum: image.checksum }, true);
  const size = typeof image.size === 'number' && image.size > 0 ? image.size : undefined;
  const open: ImageContent['open'] = async () => {
    const { bytes } = await session.bytes(contentOfV1(asText(image.id)));
    return { from: 0, bytes };
  };
  return { open, ...(checksum === undefined ? {} : { checksum }), ...(size === undefined ? {} : { size }) };
}

async function worded<T>(id: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status === 401) throw error;
    throw new Failure(`Unable to download image '${id}'. (${error.message})`, { cause: error });
  }
}
