import { Failure } from '../core/errors.js';
import { waitFor } from '../lib/waiting.js';
import { showUrl } from './url.js';

/** Bytes of a body that may wait for their reader before the server is made to wait. */
const HIGH_WATER = 512 * 1024;

/** Bytes a second that a server has to send while somebody waits for them, on average over so many milliseconds. */
const LEAST_RATE = 100;
const SHORTEST_LOOK = 30_000;

/** Backpressure on one connection. */
export interface FlowControl {
  pause(): void;
  resume(): void;
}

interface Source {
  readonly url: string;
  /** Bytes that `Content-Length` promises. */
  readonly announced: number | undefined;
  /** Bytes at which the body is given up. */
  readonly limit: number;
  /** Milliseconds that a reader waits for the next bytes. */
  readonly readTimeout: number;
  readonly flow: FlowControl;
  /** Closes the connection at once. */
  abort(reason: Error): void;
  /** The failure that silence is. */
  silence(): Failure;
  /** The failure that so few bytes in so many milliseconds are. */
  crawl(bytes: number, time: number): Failure;
  /** Milliseconds, of a clock that nobody sets. */
  now(): number;
}

/** A body on its way in: filled by a connection, emptied by one reader, and the server is held back when that is slow. */
export class BodyStream implements AsyncIterableIterator<Uint8Array> {
  received = 0;
  readonly source: Source;
  readonly #chunks: Uint8Array[] = [];
  #held = 0;
  #ended = false;
  #failure: Failure | undefined;
  #wake: (() => void) | undefined;
  /** Milliseconds that the reader has waited since the rate was last looked at, and what had been received then. */
  #waited = 0;
  #counted = 0;

  constructor(source: Source) {
    this.source = source;
  }

  push(chunk: Uint8Array): void {
    if (this.#ended) return;
    this.received += chunk.byteLength;
    if (this.received > this.source.limit) {
      const { url, limit } = this.source;
      this.#breakOff(new Failure(`The answer of ${showUrl(url)} is longer than ${limit} bytes`));
      return;
    }
    this.#chunks.push(chunk);
    this.#held += chunk.byteLength;
    if (this.#held > HIGH_WATER) this.source.flow.pause();
    this.#wakeReader();
  }

  end(): void {
    this.#ended = true;
    this.#wakeReader();
  }

  /** What has come before may still be read. */
  fail(failure: Failure): void {
    this.#failure ??= failure;
    this.end();
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        this.#held -= chunk.byteLength;
        if (this.#held <= HIGH_WATER / 2) this.source.flow.resume();
        return { done: false, value: chunk };
      }
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#ended) return { done: true, value: undefined };
      await this.#arrival();
    }
  }

  /** The reader wants no more: what has not come yet is not waited for, and the connection is closed. */
  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#chunks.length = 0;
    if (!this.#ended) {
      this.#ended = true;
      this.source.abort(new Error('no more is wanted'));
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Only a reader who waits can find the server silent: a slow reader is not the server's fault. */
  async #arrival(): Promise<void> {
    const { readTimeout, now } = this.source;
    const stopWaiting = waitFor(readTimeout, () => this.#breakOff(this.source.silence()), now);
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#waited += stopWaiting();
    if (this.#waited >= Math.max(SHORTEST_LOOK, readTimeout)) this.#lookAtRate();
  }

  /** A server that sends a byte now and then is never silent, and never done either. */
  #lookAtRate(): void {
    const bytes = this.received - this.#counted;
    if (!this.#ended && bytes < (LEAST_RATE * this.#waited) / 1000)
      this.#breakOff(this.source.crawl(bytes, this.#waited));
    this.#waited = 0;
    this.#counted = this.received;
  }

  #breakOff(failure: Failure): void {
    this.fail(failure);
    this.source.abort(failure);
  }

  #wakeReader(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
