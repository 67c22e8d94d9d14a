/** One connection to one server, for logins that belong to a connection (NTLM). Requests go over it one after the other. */
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { TransportOptions } from './connection-pool.js';
import { connector } from './connector.js';
import { exchange, StaleConnection } from './exchange.js';
import type { HttpRequest, HttpResponse } from './transport.js';
import { undiciClient } from './undici.js';
import type { Upload } from './upload.js';
import { parseUrl } from './url.js';

export interface SingleConnection {
  /**
   * Sends one request; the answer's body must be read to its end before the next one. A `safe` request that meets a kept
   * connection which the server has closed goes over a new one, where `repeats` allows that.
   */
  send(request: HttpRequest<string | Upload>, repeats: boolean): Promise<HttpResponse>;
  /** Does the connection that stands come from earlier requests? */
  isUsed(): boolean;
  /** The server's certificate (DER), once a TLS connection stands. */
  certificate(): Uint8Array | undefined;
  close(): Promise<void>;
}

export { StaleConnection } from './exchange.js';

/**
 * @param url of the server, of which only the origin counts
 * @param options as for `openPool`; a proxy is not used
 */
export function singleConnection(url: string, options: TransportOptions = {}): SingleConnection {
  const { origin, protocol, port, hostname } = parseUrl(url);
  const { proxy: _, ...direct } = options;
  const open = connector({
    ...direct,
    connectTimeout: options.connectTimeout ?? 10_000,
    insecure: options.insecure ?? false,
  });
  const limits = {
    readTimeout: options.readTimeout ?? 60_000,
    maxBody: options.maxBody ?? Number.POSITIVE_INFINITY,
  };
  let socket: Socket | undefined;
  const target = { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, url };
  const connection = undiciClient(origin, (done) =>
    open(target, (...result) => {
      if (result[1] !== null) socket = result[1];
      done(...result);
    }),
  );
  return {
    send: async (request, repeats) => {
      const { pathname, search } = parseUrl(request.url);
      const { method, headers, body } = request;
      const message = { method, headers, path: pathname + search, ...(body === undefined ? {} : { body }) };
      const safe = request.safe ?? false;
      const first = { ...limits, connection, message, url: request.url, safe, mayRepeat: safe, done: () => undefined };
      try {
        return await exchange(first);
      } catch (error) {
        if (!(error instanceof StaleConnection) || !repeats) throw error;
        return exchange({ ...first, mayRepeat: false });
      }
    },
    isUsed: () => connection.isUsed(),
    certificate: () => (socket instanceof TLSSocket ? socket.getPeerCertificate().raw : undefined),
    close: () => connection.destroy(),
  };
}
