import { isAscii } from 'node:buffer';
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
  const chunks = await readChunks(response, limit);
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? bufferOf(first) : Buffer.concat(chunks);
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

async function readChunks({ body }: HttpResponse, limit: number): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLong('The answer', limit);
    chunks.push(chunk);
  }
  return chunks;
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
  const chunks = await readChunks(response, limit);
  const [first] = chunks;
  const text = first === undefined ? '' : chunks.length > 1 ? textOf(chunks) : bufferOf(first).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Where the chunks of a text are put together. It is kept: new memory for each page costs more than the copying. */
let desk = Buffer.alloc(0);

function textOf(chunks: readonly Uint8Array[]): string {
  const size = chunks.reduce((all, chunk) => all + chunk.byteLength, 0);
  if (desk.length < size) desk = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const chunk of chunks) {
    desk.set(chunk, at);
    at += chunk.byteLength;
  }
  const whole = desk.subarray(0, size);
  return whole.toString(isAscii(whole) ? 'latin1' : 'utf8');
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
