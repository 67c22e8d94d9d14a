import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { readText } from '../../src/http/body.js';
import type { Connection, Listener } from '../../src/http/connection.js';
import { exchange } from '../../src/http/exchange.js';

/* An answer that never stops coming, and never comes. The clock is the test's own. */

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Trickle {
  /** Bytes that come each time. */
  readonly bytes: number;
  /** Milliseconds between them; and in which the process is stopped before each, and sees nothing. */
  readonly every: number;
  readonly stopped?: number;
  /** Milliseconds until the answer is whole. */
  readonly until?: number;
  readonly readTimeout?: number;
  readonly method?: string;
}

async function trickle({
  bytes,
  every,
  stopped = 0,
  until = 3_600_000,
  readTimeout = 60_000,
  method = 'GET',
}: Trickle) {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let time = 0;
    let listener: Listener | undefined;
    let isOver = false;
    const connection: Connection = {
      isUsed: () => false,
      send: (_message, told) => {
        listener = told;
        told.onSent(false, (reason) => {
          isOver = true;
          told.onError(reason);
        });
      },
      destroy: async () => undefined,
    };
    const asked = exchange({
      connection,
      message: { method, path: '/', headers: {} },
      url: 'http://cloud:8774/',
      readTimeout,
      maxBody: Number.POSITIVE_INFINITY,
      safe: method === 'GET',
      mayRepeat: false,
      done: () => undefined,
      now: () => time,
    });
    listener?.onHead(200, {}, { pause: () => undefined, resume: () => undefined });
    const read = readText(await asked).then(
      (text) => text.length,
      (error: unknown) => error,
    );
    await turn();
    const pass = (milliseconds: number): void => {
      time += milliseconds;
      mock.timers.tick(milliseconds);
    };
    while (time < until && !isOver) {
      if (stopped > 0) pass(stopped);
      for (let rest = every; rest > 0; rest -= 500) {
        pass(500);
        // Timers of the next turn are begun; the bytes of the last one are there before it ends.
        if (rest > 500) await turn();
      }
      listener?.onData(Buffer.alloc(bytes, 'x'));
      await turn();
    }
    if (!isOver) listener?.onEnd();
    return { result: await read, time };
  } finally {
    mock.timers.reset();
  }
}

describe('an answer that comes slowly', () => {
  it('of one byte every half second is given up after the time that silence may last', async () => {
    const { result, time } = await trickle({ bytes: 1, every: 500 });
    assert.ok(result instanceof Failure);
    assert.equal(
      result.message,
      'Request to http://cloud:8774/ timed out: only 120 bytes in 60 seconds in the middle of the answer',
    );
    assert.deepEqual([result.name, result.exitReason, time], ['ConnectTimeout', 'failed', 60_000]);
  });

  it('is looked at over half a minute at least, and over a longer --timeout as a whole', async () => {
    assert.equal((await trickle({ bytes: 1, every: 500, readTimeout: 1000 })).time, 30_000);
    assert.equal((await trickle({ bytes: 1, every: 500, readTimeout: 300_000 })).time, 300_000);
  });

  it('is read for as long as it takes where it comes with 100 bytes a second', async () => {
    assert.equal((await trickle({ bytes: 50, every: 500 })).result, 360_000);
    assert.equal((await trickle({ bytes: 6000, every: 59_000, until: 590_000 })).result, 60_000, 'in bursts');
  });

  it('is not found silent or slow for the time in which the process was stopped, or its writes were blocked', async () => {
    const hour = 3_600_000;
    const read = await trickle({ bytes: 500, every: 500, stopped: hour, until: 100 * hour });
    assert.equal(read.result, 50_000);
    // A second of each hour counts: with the half second that the server takes, these are less than 100 bytes a second.
    const slow = await trickle({ bytes: 100, every: 500, stopped: hour, until: 100 * hour });
    assert.match(String(slow.result), /only 4000 bytes in 60 seconds/);
    assert.match(String((await trickle({ bytes: 1, every: 90_000, stopped: hour })).result), /silent for 60 seconds/);
  });

  it('to a change leaves open whether it was made', async () => {
    const { result } = await trickle({ bytes: 1, every: 500, method: 'POST' });
    assert.ok(result instanceof Failure);
    assert.equal(result.exitReason, 'unknown');
    assert.match(result.hint ?? '', /It is not known whether/);
  });
});
