/** Long bodies, down and up: images and objects. Only runs that have some load this (`HttpTransport.streams`), and undici. */
import { Failure } from '../core/errors.js';
import { discard } from './body.js';
import { type ConnectionPool, openPool, type TransportOptions } from './connection-pool.js';
import { decompress } from './decompress.js';
import { isRedirect } from './redirects.js';
import type { HttpRequest, HttpResponse } from './transport.js';
import { undiciClient } from './undici.js';
import type { Upload } from './upload.js';
import { showUrl } from './url.js';

export type { Upload } from './upload.js';

/** Sends a request whose body, and whose answer's body, may be of any length. */
export type ByteStreams = ConnectionPool<string | Upload>;

/**
 * Streams of bytes over real sockets, with the same settings, limits of silence and errors as `connect`, as many at
 * once as one likes. In both directions the slower side sets the pace, and nothing is held but what is under way:
 *
 * - a download is the `body` of the answer, as it was stored (no encoding is undone). It rejects when it ends before
 *   its announced length. Whoever stops early (`break`) closes the connection.
 * - an `Upload` is sent once and never again. It rejects, and the server does not get the last byte, when its source
 *   fails or is not as long as was announced. A server may answer before it has read everything: then the rest is not
 *   asked for.
 *
 * The answer to a redirect is a `Failure`: the token goes to no other place than the one that was named.
 */
export function openByteStreams(options: TransportOptions = {}): ByteStreams {
  const pool = openPool<string | Upload>(options, ({ origin }, open) => undiciClient(origin, open));
  const send = async (request: HttpRequest<string | Upload>): Promise<HttpResponse> => {
    const response = await pool(request);
    const { location } = response.headers;
    if (location !== undefined && isRedirect(response.status)) {
      await discard(response);
      throw redirected(request.url, location);
    }
    // What is stored may be compressed, and then stays so; what is wrong is told to people.
    return response.status >= 400 ? decompress(request.url, response) : response;
  };
  return Object.assign(send, { close: pool.close });
}

function redirected(url: string, location: string): Failure {
  const target = URL.canParse(location, url) ? showUrl(new URL(location, url).href) : 'something that is no URL';
  return new Failure(`${showUrl(url)} redirects to ${target}, which is not followed here`, {
    name: 'UnknownConnectionError',
    hint: 'Is this the right URL of the service?',
  });
}
