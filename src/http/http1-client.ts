/**
 * Our own HTTP/1.1 on one socket, for every request whose body is a text, whatever its method. Making undici's parser,
 * which is WebAssembly, would be several times the work of a run that asks one question.
 */
import type { Socket } from 'node:net';
import { type Connection, type Listener, type Message, ProtocolError } from './connection.js';
import type { SocketCallback } from './connector.js';
import { Http1Parser } from './http1-parser.js';

/**
 * A connection to one host.
 * @param host as the header says it: `controller:8774`
 * @param open opens a socket
 */
export function http1Client(host: string, open: (done: SocketCallback) => void): Connection {
  let socket: Socket | undefined;
  let carried = 0;
  /** The request under way. */
  let current: Exchange | undefined;

  const drop = (): void => {
    socket?.destroy();
    socket = undefined;
  };
  const finish = (exchange: Exchange): boolean => {
    if (current !== exchange) return false;
    current = undefined;
    // Idle, it listens for its end, and keeps no process alive.
    if (exchange.parser.persists) socket?.resume().unref();
    else drop();
    return true;
  };
  const fail = (exchange: Exchange, error: Error): void => {
    if (finish(exchange)) exchange.listener.onError(error);
  };
  /** The connection has ended, by this error. */
  const isOver = (exchange: Exchange, broken: Error): void => {
    const { parser, listener } = exchange;
    if (!parser.endsByClosing) fail(exchange, broken);
    else if (finish(exchange)) listener.onEnd(broken instanceof ProtocolError ? undefined : broken);
  };

  const attach = (made: Socket): void => {
    const gone = (error: Error): void => {
      if (socket !== made) return;
      socket = undefined;
      made.destroy();
      if (current?.isSent) isOver(current, error);
    };
    made.on('data', (bytes: Buffer) => {
      if (socket !== made) return;
      // Nobody asked: whatever it is, it is not the answer to what comes next.
      if (current?.isSent) take(current, bytes);
      else drop();
    });
    made.on('end', () => gone(hungUp()));
    made.on('close', () => gone(hungUp()));
    made.on('error', gone);
  };

  const take = (exchange: Exchange, bytes: Buffer): void => {
    const { parser, listener } = exchange;
    listener.onFirstByte();
    try {
      parser.push(bytes);
    } catch (error) {
      fail(exchange, error as Error);
      return;
    }
    if (parser.isWhole && finish(exchange)) listener.onEnd();
  };

  const write = (exchange: Exchange): void => {
    const abort = (reason: Error): void => fail(exchange, reason);
    exchange.listener.onSent(carried > 0, abort);
    carried += 1;
    exchange.isSent = true;
    socket?.ref();
    socket?.write(exchange.bytes);
  };

  const openFor = (exchange: Exchange): void => {
    open((error, made) => {
      if (current !== exchange) made?.destroy();
      else if (made === null) fail(exchange, error);
      else {
        socket = made;
        carried = 0;
        attach(made);
        write(exchange);
      }
    });
  };

  return {
    isUsed: () => socket !== undefined && carried > 0,
    send: (message, listener) => {
      const parser = new Http1Parser(message.method, {
        head: (status, headers) =>
          listener.onHead(status, headers, {
            pause: () => current === exchange && socket?.pause(),
            resume: () => current === exchange && socket?.resume(),
          }),
        data: (chunk) => listener.onData(chunk),
      });
      const exchange: Exchange = { bytes: bytesOf(host, message), parser, listener, isSent: false };
      current = exchange;
      if (socket === undefined) {
        openFor(exchange);
        return;
      }
      // What has come on a kept connection by now, its end or an answer that nobody asked for, is to be seen first.
      setImmediate(() => {
        if (current !== exchange) return;
        if (socket === undefined) openFor(exchange);
        else write(exchange);
      });
    },
    destroy: async () => {
      if (current !== undefined) fail(current, new ProtocolError('ABORTED', 'the connection was closed'));
      drop();
    },
  };
}

const hungUp = () => new ProtocolError('CLOSED', 'the server closed the connection');

interface Exchange {
  readonly bytes: Buffer;
  readonly parser: Http1Parser;
  readonly listener: Listener;
  isSent: boolean;
}

/** A request, its head in Latin-1. */
function bytesOf(host: string, { method, path, headers, body }: Message): Buffer {
  if (!/^[A-Z]+$/.test(method)) throw new ProtocolError('INVALID_REQUEST', 'invalid method');
  if (!/^[!-~]+$/.test(path)) throw new ProtocolError('INVALID_REQUEST', 'invalid path');
  let text = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n`;
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? '';
    // A line break in a value would be another header. The value may be a token: it is not named.
    if (!/^[a-z0-9-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value))
      throw new ProtocolError('INVALID_REQUEST', `invalid ${name} header`);
    text += `${name}: ${value}\r\n`;
  }
  if (body === undefined)
    return Buffer.from(`${text}${EXPECT_CONTENT.includes(method) ? 'content-length: 0\r\n' : ''}\r\n`, 'latin1');
  const content = Buffer.from(body);
  return Buffer.concat([Buffer.from(`${text}content-length: ${content.length}\r\n\r\n`, 'latin1'), content]);
}

/** Some servers want to be told the length even of no content, where there could be some (RFC 9110, 8.6). */
const EXPECT_CONTENT: readonly string[] = ['POST', 'PUT', 'PATCH'];
