import type { LoginOptions } from './identity.js';
import type { Kept, TokenCache } from './token-cache.js';

/** Milliseconds between two looks at what another process has kept, on average: the first ones, and the last ones. */
const PAUSE = 50;
const LONGEST_PAUSE = 400;

/**
 * Milliseconds for which one holder of the lock is waited for. One that lives ends by itself, as every request of its
 * login does at its timeout; five minutes are longer than that, and than anybody wants to wait.
 */
const PATIENCE = { lives: 300_000, elsewhere: 30_000, stopped: 0 };

/**
 * How many holders are waited for, one after the other: the one that is found, and the one that comes after it where it
 * has died. If that does not log in either, the service is in trouble, and nobody is to wait for the errors of others.
 */
const HOLDERS = 2;

/** The login of a process that was faster, or the right to log in, to be given back when it has been kept, or has failed. */
export type LoginRight =
  | { readonly kept: Kept; readonly release?: undefined }
  | { readonly kept?: undefined; readonly release: () => void };

type LockDeps = Pick<LoginOptions, 'now' | 'pause' | 'note'>;

/**
 * Many processes that need the same login at once let one of them make it, and the others wait for as long as that one
 * lives, however slow the service is: each more login would make it slower.
 *
 * @param isGood is this kept login worth having?
 */
export async function lockLogin(
  cache: TokenCache | undefined,
  isGood: (kept: Kept) => boolean,
  { now, pause = wait, note }: LockDeps,
): Promise<LoginRight> {
  if (cache === undefined) return { release: () => undefined };
  let holders = 0;
  let since = 0;
  let holder: string | undefined;
  let overdue: string | undefined;
  for (let looks = 0; ; looks += 1) {
    const lock = await cache.lock(overdue);
    const kept = cache.find();
    if (kept !== undefined && isGood(kept)) {
      if ('release' in lock) lock.release();
      return { kept };
    }
    if ('release' in lock) return lock;
    if (lock.holder !== holder) {
      holder = lock.holder;
      holders += 1;
      since = now();
      if (holders > HOLDERS) return { release: () => undefined };
      note('Another process is logging in; its login is waited for.');
    }
    overdue = now() - since >= PATIENCE[lock.state] ? holder : undefined;
    if (overdue === undefined) await pause(pauseAfter(looks));
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function pauseAfter(looks: number): number {
  return Math.min(PAUSE * 1.3 ** looks, LONGEST_PAUSE) * (0.5 + Math.random());
}
