import { Failure } from '../core/errors.js';
import { systemReason } from './connection-errors.js';

/** A body that is sent as its bytes come, and never held as a whole. */
export interface Upload {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How many bytes there will be; where that is not known they are sent in chunks, which not every server takes. */
  readonly length?: number;
}

/** Bytes that are handed to the connection at once: a slow server is to be seen taking them. */
const PIECE = 64 * 1024;

/**
 * The bytes of an upload, on their way to a connection that asks for the next ones when it has room. Ends with a
 * `Failure`, and then the server never gets the last byte, when the source fails or has more or fewer than it said.
 *
 * @param waits told whose turn it is
 */
export function uploading(upload: Upload, waits: (whom: 'server' | 'source') => void) {
  const { length } = upload;
  const source = upload.bytes[Symbol.asyncIterator]();
  let halt: (reason: Error) => void = () => undefined;
  let isStopped = false;

  const arrival = (): Promise<IteratorResult<Uint8Array, unknown>> =>
    new Promise((resolve, reject) => {
      halt = reject;
      if (isStopped) reject(new Failure('Nobody takes the rest'));
      else source.next().then(resolve, (error: unknown) => reject(unreadable(error)));
    });

  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    let sent = 0;
    for (;;) {
      waits('source');
      const { done, value } = await arrival();
      waits('server');
      if (done === true) break;
      sent += value.byteLength;
      if (length !== undefined && sent > length)
        throw new Failure(`There is more to send than the ${length} bytes that were announced`);
      for (let at = 0; at < value.byteLength; at += PIECE) yield value.subarray(at, at + PIECE);
    }
    if (length !== undefined && sent < length)
      throw new Failure(`There is less to send than was announced: ${sent} of ${length} bytes`);
  }

  return {
    bytes: pieces(),
    /** Nobody takes any more: the source is let go, even while it is being waited for. */
    stop(): void {
      if (isStopped) return;
      isStopped = true;
      halt(new Failure('Nobody takes the rest'));
      source.return?.().catch(() => undefined);
    },
  };
}

function unreadable(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(`Cannot read what is to be sent: ${systemReason(error, '')}`, { cause: error });
}
