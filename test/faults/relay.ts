import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/* A proxy on which the line breaks: for requests as they are (`http_proxy`), and for tunnels (CONNECT, `https_proxy`). */

export type Way = 'up' | 'down';

/** Where a connection breaks, and how. */
export interface Cut {
  /** Towards the server, or towards the client. */
  readonly way: Way;
  /** After how many bytes of what is sent through; in a tunnel, after how many of a TLS record. */
  readonly at: number;
  /** The record, in a tunnel. */
  readonly record?: number;
  readonly how: 'closed' | 'reset';
}

export interface Relay {
  readonly url: string;
  /** Of the first connection of a run. */
  cut: Cut | undefined;
  /** What went through on the first connection of a run. */
  readonly seen: Record<Way, Buffer>;
  /** A new run begins. */
  begin(): void;
  close(): void;
}

/** A relay that listens on loopback. */
export async function relayServer(): Promise<Relay> {
  const sockets = new Set<Socket>();
  let count = 0;
  const kept = <S extends Socket>(socket: S): S => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    kept(client);
    const isFirst = count === 0;
    count += 1;
    client.once('data', (bytes) => {
      const [, method = '', target = ''] = /^(\w+) (\S+)/.exec(bytes.toString('latin1')) ?? [];
      const isTunnel = method === 'CONNECT';
      const { port } = new URL(isTunnel ? `http://${target}` : target);
      const behind = kept(connect(Number(port), '127.0.0.1'));
      const through =
        (way: Way) =>
        (chunk: Buffer): void => {
          const direct = isTunnel || way === 'down' ? chunk : ownForm(chunk);
          const { cut, seen } = relay;
          const [from, to] = way === 'up' ? [client, behind] : [behind, client];
          const before = seen[way];
          if (isFirst) seen[way] = Buffer.concat([before, direct]);
          const end = isFirst && cut?.way === way ? endOf(seen[way], cut) : undefined;
          if (end === undefined || end > before.length + direct.length) {
            to.write(direct);
            return;
          }
          from.removeAllListeners('data');
          seen[way] = seen[way].subarray(0, end);
          to.write(direct.subarray(0, Math.max(0, end - before.length)), () => broken(client, behind, cut?.how));
        };
      behind.on('data', through('down')).on('close', () => client.end());
      client.on('data', through('up')).on('close', () => behind.end());
      if (isTunnel) client.write('HTTP/1.1 200 OK\r\n\r\n');
      else client.emit('data', bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const relay: Relay = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: undefined,
    seen: { up: Buffer.alloc(0), down: Buffer.alloc(0) },
    begin: () => {
      count = 0;
      relay.seen.up = Buffer.alloc(0);
      relay.seen.down = Buffer.alloc(0);
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return relay;
}

/** What has been sent on goes on; neither side hears more. */
function broken(client: Socket, behind: Socket, how: Cut['how'] = 'closed'): void {
  setImmediate(() => {
    if (how === 'closed') client.destroy();
    else client.resetAndDestroy();
    behind.end();
  });
}

/** A request that was given to a proxy, as the server itself is asked. */
const ownForm = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(/^(\w+) http:\/\/[^/]+/, '$1 '), 'latin1');

/** After how many bytes of all it breaks; undefined: what has come does not reach so far. */
function endOf(bytes: Buffer, { at, record }: Cut): number | undefined {
  if (record === undefined) return at;
  const one = recordsOf(bytes)[record];
  return one === undefined ? undefined : one.begin + Math.min(at, one.length);
}

export interface TlsRecord {
  readonly type: number;
  readonly begin: number;
  /** With its head. */
  readonly length: number;
}

/** TLS records that have begun (RFC 8446 5.1): a type, a version, a length of two bytes, and as many bytes. */
export function recordsOf(bytes: Buffer): readonly TlsRecord[] {
  const records: TlsRecord[] = [];
  for (let begin = 0; begin + 5 <= bytes.length; ) {
    const length = 5 + bytes.readUInt16BE(begin + 3);
    records.push({ type: bytes[begin] ?? 0, begin, length });
    begin += length;
  }
  return records;
}
