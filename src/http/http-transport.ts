/** The network, for all but long bodies; for those, by `import()`, when they are asked for. */
import type { ByteStreams } from './byte-streams.js';
import { type ConnectionPool, openPool, type TransportOptions } from './connection-pool.js';
import { decompress } from './decompress.js';
import { http1Client } from './http1-client.js';
import type { Transport } from './transport.js';

export type { TransportOptions } from './connection-pool.js';

export interface HttpTransport extends ConnectionPool {
  /** The same network for bodies of any length. */
  streams(): Promise<ByteStreams>;
}

/**
 * A transport over real sockets, for requests whose body is a text: our own HTTP/1.1 carries them, whatever their
 * method. JSON that comes compressed is unpacked. Everything else as `openPool` says.
 */
export function connect(options: TransportOptions = {}): HttpTransport {
  const pool = openPool(options, ({ host }, open) => http1Client(host, open));
  let streams: Promise<ByteStreams> | undefined;
  const send: Transport = async (request) => decompress(request.url, await pool(request), options.maxBody);
  return Object.assign(send, {
    streams: () => {
      streams ??= import('./byte-streams.js').then(({ openByteStreams }) => openByteStreams(options));
      return streams;
    },
    close: async () => {
      await Promise.all([pool.close(), streams?.then((opened) => opened.close())]);
    },
  });
}
