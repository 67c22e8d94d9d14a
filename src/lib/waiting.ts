/** Waiting for somebody else, by the time in which this process could have seen an answer. */

/** Milliseconds. */
const TICK = 1000;

/**
 * Calls back when somebody has been waited for so long. A process that is stopped (Ctrl-Z), that the machine has put to
 * sleep or whose write is blocked by a pager sees nothing, whatever comes meanwhile: time is counted by ticks of a second,
 * each of which is a second however late it comes, and what has come by the last one is seen first.
 *
 * @param limit milliseconds
 * @param now milliseconds, of a clock that nobody sets; left out, only whole ticks count in what is returned
 * @returns ends the waiting; the milliseconds of it that count
 */
export function waitFor(limit: number, expired: () => void, now: () => number = () => 0): () => number {
  let counted = 0;
  let since = now();
  let isOver = false;
  let timer: NodeJS.Timeout;
  const start = (): void => {
    const tick = Math.min(TICK, limit - counted);
    timer = setTimeout(() => {
      counted += tick;
      since = now();
      if (counted < limit) start();
      // Sockets are read between timers and this.
      else setImmediate(() => isOver || expired());
    }, tick);
  };
  start();
  return () => {
    if (!isOver) counted += Math.min(TICK, now() - since);
    isOver = true;
    clearTimeout(timer);
    return counted;
  };
}

/**
 * The promise, or a rejection with this when it has been waited for so long.
 * @param limit milliseconds (`waitFor`)
 */
export function within<T>(limit: number, promise: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = waitFor(limit, () => reject(late()));
    promise.then(resolve, reject).finally(stop);
  });
}
