import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { readText } from '../../src/http/body.js';
import type { Connection, Listener } from '../../src/http/connection.js';
import { exchange } from '../../src/http/exchange.js';

/* An answer that never stops coming, and never comes. The clock is the test's own. */

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Sends so many bytes after each so many milliseconds, until so many milliseconds have gone by. */
async function trickle(bytes: number, every: number, until: number, readTimeout = 60_000, method = 'GET') {
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
    while (time < until && !isOver) {
      time += every;
      mock.timers.tick(every);
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
    const { result, time } = await trickle(1, 500, 3_600_000);
    assert.ok(result instanceof Failure);
    assert.equal(
      result.message,
      'Request to http://cloud:8774/ timed out: only 120 bytes in 60 seconds in the middle of the answer',
    );
    assert.deepEqual([result.name, result.exitReason, time], ['ConnectTimeout', 'failed', 60_000]);
  });

  it('is looked at over half a minute at least, and over a longer --timeout as a whole', async () => {
    assert.equal((await trickle(1, 500, 3_600_000, 1000)).time, 30_000);
    assert.equal((await trickle(1, 500, 3_600_000, 300_000)).time, 300_000);
  });

  it('is read for as long as it takes where it comes with 100 bytes a second', async () => {
    assert.equal((await trickle(50, 500, 3_600_000)).result, 360_000);
    assert.equal((await trickle(6000, 59_000, 590_000)).result, 60_000, 'in bursts');
  });

  it('to a change leaves open whether it was made', async () => {
    const { result } = await trickle(1, 500, 3_600_000, 60_000, 'POST');
    assert.ok(result instanceof Failure);
    assert.equal(result.exitReason, 'unknown');
    assert.match(result.hint ?? '', /It is not known whether/);
  });
});
