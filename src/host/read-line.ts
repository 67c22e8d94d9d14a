import { Failure } from '../core/errors.js';

/** Far more than any password. */
const LARGEST = 64 * 1024;

/**
 * The first line of a stream, or all of it where there is no line end.
 * @throws Failure when a line never ends
 */
export async function readLine(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.length;
    if (bytes.includes(10)) break;
    if (size > LARGEST) throw new Failure('The standard input has no password in its first line: it is too long.');
  }
  return (/^[^\r\n]*/.exec(Buffer.concat(chunks).toString('utf8')) ?? [''])[0];
}
