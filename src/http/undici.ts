/**
 * undici, for what our own line does not do. The only file that imports it, and of it only `Client`: a build leaves out
 * the rest.
 */
import { Client } from 'undici';
import type { Connected } from './connection.js';
import { type Valve, valveOn } from './incoming.js';
import type { Line } from './line.js';

/**
 * A line that is a client of undici.
 * @param origin `https://controller:8774`
 * @param open opens a connection
 */
export function client(origin: string, open: (done: Connected) => void): Line {
  let valve: (Valve & { readonly broken: Error | undefined }) | undefined;
  let carried = 0;
  const dispatcher = new Client(origin, {
    pipelining: 1,
    // Waiting is limited by whoever listens: undici also counts the time that a slow reader takes.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 64 * 1024,
    connect: (_target, done) =>
      open((...result) => {
        carried = 0;
        if (result[1] !== null) valve = valveOn(result[1]);
        done(...result);
      }),
  });
  return {
    changes: true,
    isUsed: () => carried > 0,
    send: ({ method, path, headers, body }, listener) => {
      dispatcher.dispatch(
        { method: method as 'GET', path, headers, body: body ?? null },
        {
          onRequestStart(controller) {
            listener.leaves(carried > 0, (reason) => controller.abort(reason));
            carried += 1;
          },
          onResponseStarted: () => listener.begins(),
          onResponseStart(_controller, status, raw) {
            if (status >= 200 && valve !== undefined) listener.head(status, joined(raw), valve);
          },
          onResponseData: (_controller, chunk) => listener.data(chunk),
          onResponseEnd: () => listener.end(valve?.broken),
          onResponseError: (_controller, error) => listener.error(error),
        },
      );
    },
    destroy: () => dispatcher.destroy(),
  };
}

type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

function joined(headers: RawHeaders): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) result[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ');
  }
  return result;
}
