import { Failure } from '../core/errors.js';
import type { HttpResponse } from './transport.js';
import { showUrl } from './url.js';

const DECODERS: Readonly<Record<string, 'createGunzip' | 'createInflate' | 'createBrotliDecompress'>> = {
  gzip: 'createGunzip',
  'x-gzip': 'createGunzip',
  deflate: 'createInflate',
  br: 'createBrotliDecompress',
};

/**
 * Unpacks the answer of a server or proxy that compresses without having been asked (nothing here ever sends
 * `Accept-Encoding`). Only JSON and errors: an object in Swift may be stored with an encoding of its own, and must
 * arrive as it was stored. `limit`: bytes of the unpacked body at which it is given up.
 */
export function decompress(url: string, response: HttpResponse, limit = Number.POSITIVE_INFINITY): HttpResponse {
  const encoding = response.headers['content-encoding'];
  if (encoding === undefined) return response;
  const decoder = DECODERS[encoding.trim().toLowerCase()];
  const isJson = /^application\/(\S+\+)?json\b/i.test(response.headers['content-type'] ?? '');
  if (decoder === undefined || (!isJson && response.status < 400)) return response;
  const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers;
  return { status: response.status, headers, body: unpack(url, decoder, response.body, limit) };
}

async function* unpack(
  url: string,
  decoder: 'createGunzip' | 'createInflate' | 'createBrotliDecompress',
  body: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const [zlib, { Readable, pipeline }] = await Promise.all([import('node:zlib'), import('node:stream')]);
  const stream = zlib[decoder]();
  // The callback is there because pipeline asks for one; the error reaches us through the loop below.
  pipeline(Readable.from(body, { objectMode: true }), stream, () => {});
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      // A small answer can unpack to any size.
      if (size > limit) throw new Failure(`The answer of ${showUrl(url)} is longer than ${limit} bytes`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`The compressed answer of ${showUrl(url)} is broken`, {
      name: 'UnknownConnectionError',
      cause: error,
    });
  }
}
