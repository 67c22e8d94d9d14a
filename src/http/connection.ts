/**
 * A connection to one origin, which carries one request at a time: our own HTTP/1.1 (`http1-client.ts`), or undici's
 * (`undici.ts`). It is opened when it is first needed, and again after it was closed.
 */
import type { FlowControl } from './body-stream.js';

/** A request as it is written on a connection. `Body`: what the connection can send. */
export interface Message<Body = string> {
  readonly method: string;
  /** With its query; the whole URL for a proxy that is given the request. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Body;
}

/** Who waits for an answer. After `onEnd` or `onError` nothing more is called. */
export interface Listener {
  /** The connection stands and the request is being written; `reused`: it has carried others before. */
  onSent(reused: boolean, abort: (reason: Error) => void): void;
  /**
   * Whom an upload waits for: the server, which has not taken all that there was to send, or the source of what comes
   * next. Not called for a body that is there as a whole: that always waits for the server.
   */
  onWaiting(whom: 'server' | 'source'): void;
  /** Something of an answer has come. */
  onFirstByte(): void;
  /** Status and headers, whose names are in lower case; interim answers (1xx) are passed over. */
  onHead(status: number, headers: Readonly<Record<string, string>>, flow: FlowControl): void;
  onData(chunk: Uint8Array): void;
  /** The answer is whole. `broken`: the error that ended the connection, and with it a body that announced no length. */
  onEnd(broken?: Error): void;
  onError(error: Error): void;
}

/**
 * What a connection itself finds wrong, whoever carries it; `connection-errors` has the sentences.
 * - `CLOSED`: the server closed the connection;
 * - `ABORTED`: we closed it;
 * - `INVALID_REQUEST`: the request cannot be written as HTTP; the message names the header, never its value;
 * - `HEAD_TOO_LONG`, `NOT_HTTP`: what comes is not an answer; `data` is how it begins.
 */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: 'CLOSED' | 'ABORTED' | 'INVALID_REQUEST' | 'HEAD_TOO_LONG' | 'NOT_HTTP';
  readonly data: string;

  constructor(code: ProtocolError['code'], message: string, data = '') {
    super(message);
    this.code = code;
    this.data = data;
  }
}

export interface Connection<Body = string> {
  /** Does the connection that stands, if any, come from earlier requests? */
  isUsed(): boolean;
  /** Only when no request is under way. What is wrong with the message itself is thrown. */
  send(message: Message<Body>, listener: Listener): void;
  /** Closes the connection; a request under way ends with an error. */
  destroy(): Promise<void>;
}
