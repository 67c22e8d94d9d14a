/** undici, as it is published, for bodies that are long. The only file that imports it. */
import type { Socket } from 'node:net';
import { Client, type Dispatcher } from 'undici';
import type { FlowControl } from './body-stream.js';
import { type Connection, type Listener, type Message, ProtocolError } from './connection.js';
import { codeOf } from './connection-errors.js';
import type { SocketCallback } from './connector.js';
import { type Upload, uploading } from './upload.js';

/**
 * A connection that is a client of undici.
 * @param origin `https://controller:8774`
 * @param open opens a socket
 */
export function undiciClient(origin: string, open: (done: SocketCallback) => void): Connection<string | Upload> {
  let flow: ReturnType<typeof flowControlOn> | undefined;
  let carried = 0;
  const client = new Client(origin, {
    pipelining: 1,
    // Waiting is limited by whoever listens: undici also counts the time that a slow reader takes.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Between two looks of who watches; a server that closes earlier is noticed.
    keepAliveTimeout: 60_000,
    maxHeaderSize: 64 * 1024,
    connect: (_target, done) =>
      open((...result) => {
        carried = 0;
        if (result[1] !== null) flow = flowControlOn(result[1]);
        done(...result);
      }),
  });
  client.on('disconnect', () => {
    carried = 0;
  });
  return {
    isUsed: () => carried > 0,
    send: (message, listener) => {
      const { options, stop } = optionsOf(message, listener);
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart(controller) {
          listener.onSent(carried > 0, (reason) => controller.abort(reason));
          carried += 1;
        },
        onResponseStarted: () => listener.onFirstByte(),
        onResponseStart(_controller, status, raw) {
          if (status >= 200 && flow !== undefined) listener.onHead(status, joined(raw), flow);
        },
        onResponseData: (_controller, chunk) => listener.onData(chunk),
        onResponseEnd() {
          stop();
          listener.onEnd(flow?.broken);
        },
        onResponseError(_controller, error) {
          stop();
          listener.onError(translated(error));
        },
      };
      try {
        client.dispatch(options, handler);
      } catch (error) {
        stop();
        throw translated(error as Error);
      }
    },
    destroy: () => client.destroy(),
  };
}

function optionsOf({ method, path, headers, body }: Message<string | Upload>, listener: Listener) {
  const options = { method: method as Dispatcher.HttpMethod, path, headers };
  if (body === undefined || typeof body === 'string')
    return { options: { ...options, body: body ?? null }, stop: () => undefined };
  const { bytes, stop } = uploading(body, listener.onWaiting);
  const length = body.length === undefined ? {} : { 'content-length': String(body.length) };
  // Its types know streams of Node only; it takes any iterable of bytes.
  const stream = bytes as unknown as Buffer;
  return { options: { ...options, headers: { ...headers, ...length }, body: stream }, stop };
}

/** undici's names for what goes wrong, in ours. */
const CODES: Readonly<Record<string, ProtocolError['code']>> = {
  UND_ERR_SOCKET: 'CLOSED',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'CLOSED',
  UND_ERR_ABORTED: 'ABORTED',
  UND_ERR_CLOSED: 'ABORTED',
  UND_ERR_DESTROYED: 'ABORTED',
  // It names the header, never its value.
  UND_ERR_INVALID_ARG: 'INVALID_REQUEST',
  UND_ERR_HEADERS_OVERFLOW: 'HEAD_TOO_LONG',
};

function translated(error: Error): Error {
  const code = error.name === 'HTTPParserError' ? 'NOT_HTTP' : CODES[codeOf(error) ?? ''];
  if (code === undefined) return error;
  const data = 'data' in error && typeof error.data === 'string' ? error.data : '';
  return new ProtocolError(code, error.message, data);
}

/**
 * Backpressure on a socket that undici reads. undici can pause its parser by itself, but when the connection is reset
 * meanwhile it throws from within an event (an assertion in `client-h1.js`, 7.30) and ends the whole program. So the
 * parser always runs, and it is our socket that has nothing to give. `broken`: what broke the connection, if anything
 * did.
 */
function flowControlOn(socket: Socket): FlowControl & { readonly broken: Error | undefined } {
  const read = socket.read.bind(socket);
  let held = false;
  let broken: Error | undefined;
  socket.read = (size) => (held ? null : read(size));
  // First in line: undici takes a reset for the end of a body that has no announced length.
  socket.prependListener('error', (error) => {
    broken = error;
  });
  return {
    pause() {
      held = true;
    },
    resume() {
      if (!held) return;
      held = false;
      if (!socket.destroyed) socket.emit('readable');
    },
    get broken() {
      return broken;
    },
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
