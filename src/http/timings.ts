import { tee } from './tee.js';
import type { Decorator } from './transport.js';
import { showUrl } from './url.js';

export interface Timing {
  readonly method: string;
  /** Without secrets. */
  readonly url: string;
  /** From the request to the end of its answer. */
  readonly seconds: number;
}

/** Measures every exchange, for `--timings`. `now`: milliseconds. Entries are in the order of the requests. */
export function timings(now: () => number): { readonly decorator: Decorator; entries(): readonly Timing[] } {
  const entries: { method: string; url: string; seconds: number }[] = [];
  const decorator: Decorator = (next) => async (request) => {
    const start = now();
    const entry = { method: request.method, url: showUrl(request.url), seconds: 0 };
    entries.push(entry);
    const stop = (): void => {
      entry.seconds = (now() - start) / 1000;
    };
    try {
      const response = await next(request);
      return { ...response, body: tee(response.body, () => {}, stop) };
    } finally {
      stop();
    }
  };
  return { decorator, entries: () => entries };
}
