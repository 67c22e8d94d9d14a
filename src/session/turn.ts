import type { Kept, TokenCache } from './token-cache.js';

/** How often, and how many milliseconds on average between, another's login is looked for: ten seconds in all. */
const LOOKS = 200;
const PAUSE = 50;

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
    await new Promise((resolve) => setTimeout(resolve, PAUSE * (0.5 + Math.random())));
  }
  return { done: () => undefined };
}
