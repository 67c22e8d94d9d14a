import { Failure } from '../core/errors.js';
import type { HttpResponse } from './transport.js';

/** 64 MiB: far above a page of any service. What is parsed of it may take twenty times as much. */
export const DEFAULT_LIMIT = 64 * 1024 * 1024;
/** An unwanted body of this many bytes or fewer is read away, which keeps the connection; a longer one is cut off. */
const WORTH_READING = 64 * 1024;

/**
 * The whole body as bytes. Rejects with a `Failure` when it is longer than `limit` bytes, and with the transport's
 * `Failure` when the connection breaks on the way.
 */
export async function readBytes(response: HttpResponse, limit: number = DEFAULT_LIMIT): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLong('The answer', limit);
    chunks.push(chunk);
  }
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return Buffer.from(first.buffer, first.byteOffset, first.byteLength);
  return Buffer.concat(chunks, size);
}

/** @param what is too long, as the sentence begins: `The answer of http://…` */
function tooLong(what: string, limit: number): Failure {
  const size = limit % MIB === 0 ? `${limit / MIB} MiB` : `${limit} bytes`;
  return new Failure(`${what} is longer than ${size}, which is more than is read of one answer`, {
    name: 'UnexpectedAnswer',
    hint: 'That is a fault of the server, or of what stands before it; of a long list, ask for less at once.',
  });
}

const MIB = 1024 * 1024;

/**
 * The whole body as UTF-8 text, without a byte order mark; bytes that are no UTF-8 become U+FFFD. Limit in bytes and
 * errors as for `readBytes`.
 */
export async function readText(response: HttpResponse, limit: number = DEFAULT_LIMIT): Promise<string> {
  const text = (await readBytes(response, limit)).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Lets go of a body that nobody wants. Never rejects. */
export async function discard(response: HttpResponse): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > WORTH_READING) return;
    }
  } catch {
    // A connection that breaks while nothing is wanted from it any more has done no harm.
  }
}
