/** The network, for all but long bodies; for those, by `import()`, when they are asked for. */
import type { ByteStreams } from './byte-streams.js';
import { type ConnectionPool, openPool, type TransportOptions } from './connection-pool.js';
import { decode } from './encoding.js';
import type { Transport } from './transport.js';
import { wire } from './wire.js';

export type { TlsMemory } from './connection.js';
export type { TransportOptions } from './connection-pool.js';

export interface Network extends ConnectionPool {
  /** The same network for bodies of any length. */
  streams(): Promise<ByteStreams>;
}

/**
 * A transport over real sockets, for requests whose body is a text: our own HTTP/1.1 carries them, whatever their
 * method. JSON that comes compressed is unpacked. Everything else as `openPool` says.
 */
export function connect(options: TransportOptions = {}): Network {
  const pool = openPool(options, ({ host }, open) => wire(host, open));
  let streams: Promise<ByteStreams> | undefined;
  const send: Transport = async (request) => decode(request.url, await pool(request), options.maxBody);
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
