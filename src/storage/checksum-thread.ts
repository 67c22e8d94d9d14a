import { Worker } from 'node:worker_threads';

/** Bytes that are handed over at once, and how many such pieces may be on their way: no more than that is held. */
const PIECE = 1024 * 1024;
const PIECES = 4;

/** What the thread runs: it sums up the pieces in the order in which they come, and gives each back. */
const SCRIPT = `
const { createHash } = require('node:crypto');
const { parentPort, workerData: { algorithm, pieces } } = require('node:worker_threads');
const hash = createHash(algorithm);
parentPort.on('message', ({ piece, length }) => {
  if (piece === undefined) return parentPort.postMessage({ digest: hash.digest('hex') });
  hash.update(new Uint8Array(pieces[piece], 0, length));
  parentPort.postMessage({ piece });
});`;

/**
 * A hash on a thread of its own: the bytes of a large download come and are written while those before them are summed
 * up. Whoever adds bytes waits while the thread is behind.
 */
export class HashThread {
  private readonly pieces = Array.from({ length: PIECES }, () => new SharedArrayBuffer(PIECE));
  private readonly free = this.pieces.map((_, index) => index);
  private readonly worker: Worker;
  private filled = 0;
  private waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  private sum: string | undefined;
  private failure: Error | undefined;

  /** @param algorithm one that `node:crypto` knows */
  constructor(algorithm: string) {
    this.worker = new Worker(SCRIPT, { eval: true, execArgv: [], workerData: { algorithm, pieces: this.pieces } });
    this.worker.on('message', ({ piece, digest }: { piece?: number; digest?: string }) => {
      if (piece !== undefined) this.free.push(piece);
      this.sum = digest;
      this.waiting?.resolve();
    });
    this.worker.on('error', (error) => {
      this.failure = error;
      this.waiting?.reject(error);
    });
  }

  /** They are copied: nobody has to keep them. */
  async add(bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.byteLength) {
      while (this.free.length === 0) await this.answered();
      const part = bytes.subarray(at, at + PIECE - this.filled);
      new Uint8Array(this.pieces[this.free[0] as number] as SharedArrayBuffer).set(part, this.filled);
      this.filled += part.byteLength;
      at += part.byteLength;
      if (this.filled === PIECE) this.handOver();
    }
  }

  /** Hexadecimal digits; the thread ends. */
  async digest(): Promise<string> {
    if (this.filled > 0) this.handOver();
    this.worker.postMessage({});
    while (this.sum === undefined) await this.answered();
    this.stop();
    return this.sum;
  }

  /** Ends the thread, whatever it has done. */
  stop(): void {
    void this.worker.terminate();
  }

  private handOver(): void {
    this.worker.postMessage({ piece: this.free.shift(), length: this.filled });
    this.filled = 0;
  }

  private answered(): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
  }
}
