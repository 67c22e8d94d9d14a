/**
 * Our own HTTP/1.1 on one socket, for what nearly every run does: it logs in and reads. Making undici's parser, which is
 * WebAssembly, would be an eighth of all the work of a run that asks one question.
 */
import type { Socket } from 'node:net';
import { Answer } from './answer.js';
import type { Connected } from './connection.js';
import { type Line, LineError, type Listener, type Message } from './line.js';

/**
 * A line to one host.
 * @param host as the header says it: `controller:8774`
 * @param open opens a connection
 */
export function wire(host: string, open: (done: Connected) => void): Line {
  let socket: Socket | undefined;
  let carried = 0;
  /** Takes what comes on the connection, and what ends it; undefined while nothing is asked. */
  let asked: Exchange | undefined;

  const drop = (): void => {
    socket?.destroy();
    socket = undefined;
  };
  const finish = (exchange: Exchange): boolean => {
    if (asked !== exchange) return false;
    asked = undefined;
    // Idle, it listens for its end, and keeps no process alive.
    if (exchange.answer.persists) socket?.resume().unref();
    else drop();
    return true;
  };
  const fail = (exchange: Exchange, error: Error): void => {
    if (finish(exchange)) exchange.listener.error(error);
  };
  const isOver = (exchange: Exchange, broken: Error): void => {
    const { answer, listener } = exchange;
    if (!answer.endsByClosing) fail(exchange, broken);
    else if (finish(exchange)) listener.end(broken instanceof LineError ? undefined : broken);
  };

  const attach = (made: Socket): void => {
    const gone = (error: Error): void => {
      if (socket !== made) return;
      socket = undefined;
      made.destroy();
      if (asked !== undefined) isOver(asked, error);
    };
    made.on('data', (bytes: Buffer) => {
      if (socket !== made) return;
      // Nobody asked: whatever it is, it is not the answer to what comes next.
      if (asked === undefined) drop();
      else take(asked, bytes);
    });
    made.on('end', () => gone(hungUp()));
    made.on('close', () => gone(hungUp()));
    made.on('error', gone);
  };

  const take = (exchange: Exchange, bytes: Buffer): void => {
    const { answer, listener } = exchange;
    listener.begins();
    try {
      answer.push(bytes);
    } catch (error) {
      fail(exchange, error as Error);
      return;
    }
    if (answer.isWhole && finish(exchange)) listener.end();
  };

  const write = (exchange: Exchange, bytes: Buffer | string): void => {
    const abort = (reason: Error): void => fail(exchange, reason);
    exchange.listener.leaves(carried > 0, abort);
    carried += 1;
    socket?.ref();
    socket?.write(bytes, 'latin1');
  };

  return {
    changes: false,
    isUsed: () => socket !== undefined && carried > 0,
    send: (message, listener) => {
      const bytes = bytesOf(host, message);
      const answer = new Answer(message.method, {
        head: (status, headers) =>
          listener.head(status, headers, {
            hold: () => asked === exchange && socket?.pause(),
            release: () => asked === exchange && socket?.resume(),
          }),
        data: (chunk) => listener.data(chunk),
      });
      const exchange = { answer, listener };
      asked = exchange;
      if (socket !== undefined) {
        write(exchange, bytes);
        return;
      }
      open((error, made) => {
        if (asked !== exchange) made?.destroy();
        else if (made === null) fail(exchange, error);
        else {
          socket = made;
          carried = 0;
          attach(made);
          write(exchange, bytes);
        }
      });
    },
    destroy: async () => {
      if (asked !== undefined) fail(asked, new LineError('UND_ERR_DESTROYED', 'the line was closed'));
      drop();
    },
  };
}

const hungUp = () => new LineError('UND_ERR_SOCKET', 'the server closed the connection');

interface Exchange {
  readonly answer: Answer;
  readonly listener: Listener;
}

/** A request, its head in Latin-1. */
function bytesOf(host: string, { method, path, headers, body }: Message): Buffer | string {
  if (!/^[!-~]+$/.test(path)) throw new LineError('UND_ERR_INVALID_ARG', 'invalid path');
  let text = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n`;
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? '';
    // A line break in a value would be another header. The value may be a token: it is not named.
    if (!/^[a-z0-9-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value))
      throw new LineError('UND_ERR_INVALID_ARG', `invalid ${name} header`);
    text += `${name}: ${value}\r\n`;
  }
  if (body === undefined) return `${text}\r\n`;
  const content = Buffer.from(body);
  return Buffer.concat([Buffer.from(`${text}content-length: ${content.length}\r\n\r\n`, 'latin1'), content]);
}
