/** What carries requests to one origin, one at a time: our own (`wire.ts`), or undici's client (`undici.ts`). */
import type { Valve } from './incoming.js';

export interface Message {
  readonly method: string;
  /** With its query; the whole URL for a proxy that is given the request. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Who waits for an answer. After `end` or `error` nothing more is called. */
export interface Listener {
  /** The connection stands and the request is being sent; `reused`: it has carried others before. */
  leaves(reused: boolean, abort: (reason: Error) => void): void;
  /** Something of an answer has come. */
  begins(): void;
  /** Names in lower case. */
  head(status: number, headers: Readonly<Record<string, string>>, valve: Valve): void;
  data(chunk: Uint8Array): void;
  /** `broken`: what ended the connection and with it a body that says of no length. */
  end(broken?: Error): void;
  error(error: Error): void;
}

/** What a line itself finds wrong; `code` is undici's for it, whoever finds it. */
export class LineError extends Error {
  readonly code: 'UND_ERR_SOCKET' | 'UND_ERR_DESTROYED' | 'UND_ERR_INVALID_ARG' | 'UND_ERR_HEADERS_OVERFLOW';

  constructor(code: LineError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface Line {
  /** May it carry what changes something that is there: PUT, PATCH, DELETE? */
  readonly changes: boolean;
  /** Does the connection that stands, if any, come from earlier requests? */
  isUsed(): boolean;
  /** Only when no request is under way. What is wrong with the message itself is thrown. */
  send(message: Message, listener: Listener): void;
  /** Closes the connection; a request under way ends with an error. */
  destroy(): Promise<void>;
}
