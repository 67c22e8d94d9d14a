import type { Kept, TokenCache } from './token-cache.js';

/** How often another's login is looked for: ten seconds in all, of a process that is not held up otherwise. */
const LOOKS = 30;
/** Milliseconds on average between the first looks and the last ones: who looks all the time takes the time to log in. */
const PAUSE = 50;
const LONGEST_PAUSE = 400;

/** The login of somebody who was faster, or the duty to log in; `done` is called when that has been kept, or has failed. */
export type Turn =
  | { readonly kept: Kept; readonly done?: undefined }
  | { readonly kept?: undefined; readonly done: () => void };

/**
 * Many processes that need the same login at once let one of them make it, and after two seconds one more, so that their
 * number does not matter to a service in trouble. After ten seconds it is each for itself.
 * @param isGood is this kept login worth having?
 */
export async function awaitTurn(cache: TokenCache | undefined, isGood: (kept: Kept) => boolean): Promise<Turn> {
  for (let looks = 0; cache !== undefined && looks < LOOKS; looks += 1) {
    const turn = await cache.turn();
    const kept = cache.find();
    if (kept !== undefined && isGood(kept)) {
      if (turn !== 'busy') turn();
      return { kept };
    }
    if (turn !== 'busy') return { done: turn };
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(looks)));
  }
  return { done: () => undefined };
}

function pauseAfter(looks: number): number {
  return Math.min(PAUSE * 1.3 ** looks, LONGEST_PAUSE) * (0.5 + Math.random());
}
