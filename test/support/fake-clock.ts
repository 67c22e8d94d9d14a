import { setImmediate as turn } from 'node:timers/promises';

/** A clock that moves on to the next moment for which somebody waits whenever everybody waits. */
export interface FakeClock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Lets time pass until this is settled, and gives what came of it. */
  readonly until: <T>(wanted: Promise<T>) => Promise<T>;
}

export function fakeClock(): FakeClock {
  let time = 0;
  let waiting: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    pause: (milliseconds) => new Promise((wake) => waiting.push({ at: time + milliseconds, wake })),
    until: async (wanted) => {
      let isOver = false;
      const over = (): void => {
        isOver = true;
      };
      wanted.then(over, over);
      for (;;) {
        // Whoever does something rather than wait has its turns first.
        for (let turns = 0; turns < 5; turns += 1) await turn();
        if (isOver) return wanted;
        const next = Math.min(...waiting.map(({ at }) => at));
        const due = waiting.filter(({ at }) => at === next);
        waiting = waiting.filter(({ at }) => at !== next);
        if (due.length > 0) time = next;
        for (const { wake } of due) wake();
      }
    },
  };
}
