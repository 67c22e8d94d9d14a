import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { waitFor, within } from '../../src/lib/waiting.js';

/* The clock is the test's own. */

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs with a clock that `pass` moves on by so many milliseconds, in one leap: timers that were due come late. */
async function withClock(
  run: (clock: { now: () => number; pass: (milliseconds: number) => Promise<void> }) => unknown,
) {
  mock.timers.enable({ apis: ['setTimeout'] });
  let time = 0;
  try {
    await run({
      now: () => time,
      pass: async (milliseconds) => {
        time += milliseconds;
        mock.timers.tick(milliseconds);
        await turn();
      },
    });
  } finally {
    mock.timers.reset();
  }
}

test('somebody is waited for until the limit, and not a tick longer', () =>
  withClock(async ({ now, pass }) => {
    for (const limit of [300, 1000, 2500]) {
      let isOver = false;
      const stop = waitFor(
        limit,
        () => {
          isOver = true;
        },
        now,
      );
      for (let rest = limit - 50; rest > 0; rest -= 50) await pass(50);
      assert.equal(isOver, false, `${limit}`);
      await pass(50);
      assert.equal(isOver, true, `${limit}`);
      assert.equal(stop(), limit);
    }
  }));

test('the time in which the process was stopped counts as a second', () =>
  withClock(async ({ now, pass }) => {
    let isOver = false;
    const stop = waitFor(
      3000,
      () => {
        isOver = true;
      },
      now,
    );
    await pass(3_600_000);
    await pass(3_600_000);
    assert.equal(isOver, false);
    await pass(400);
    assert.equal(stop(), 2400);
    await pass(3_600_000);
    assert.equal(isOver, false, 'whoever has stopped waiting is not called');
  }));

test('what has come by the last tick is seen first', () =>
  withClock(async ({ pass }) => {
    let isOver = false;
    const stop = waitFor(1000, () => {
      isOver = true;
    });
    // As a socket is read after the timers of a turn.
    setImmediate(stop);
    await pass(3_600_000);
    await turn();
    assert.equal(isOver, false);
  }));

test('a promise is waited for as long, and its end is told as it is', () =>
  withClock(async ({ pass }) => {
    const late = () => new Error('late');
    assert.equal(await within(1000, Promise.resolve('done'), late), 'done');
    await assert.rejects(within(1000, Promise.reject(new Error('broken')), late), /broken/);
    const never = within(2000, new Promise(() => undefined), late);
    const told = assert.rejects(never, /late/);
    await pass(3_600_000);
    await pass(1000);
    await told;
  }));
