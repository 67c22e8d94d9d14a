/** Our HTTP client and the fault cloud, connected in memory: what bytes can do, without sockets or a whole command. */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { openPool } from '../../src/http/connection-pool.js';
import { decompress } from '../../src/http/decompress.js';
import { http1Client } from '../../src/http/http1-client.js';
import type { Transport } from '../../src/http/transport.js';
import type { FaultCloud } from './fault-cloud.js';

/** One end of a connection, with what our client and the fault cloud use of a socket. */
class End extends Duplex {
  peer: End | undefined;

  override _read(): void {}
  override _write(bytes: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.peer?.push(bytes);
    done();
  }
  override _final(done: () => void): void {
    this.peer?.push(null);
    done();
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { peer } = this;
    this.peer = undefined;
    if (peer !== undefined && !peer.readableEnded && !peer.destroyed && !this.writableEnded) peer.push(null);
    done(error);
  }
  /** The other end has a connection that was reset. */
  resetAndDestroy(): this {
    this.peer?.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
    return this.destroy();
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

function connection(): { readonly client: Socket; readonly server: Socket } {
  const [client, server] = [new End(), new End()];
  [client.peer, server.peer] = [server, client];
  return { client, server } as unknown as { readonly client: Socket; readonly server: Socket };
}

/** The transport that the program has, but for how it opens a connection. */
export function inMemory(cloud: FaultCloud): Transport {
  const pool = openPool({}, ({ host }) =>
    http1Client(host, (done) => {
      const { client, server } = connection();
      cloud.accept(server);
      done(null, client);
    }),
  );
  return async (request) => decompress(request.url, await pool(request), undefined);
}
