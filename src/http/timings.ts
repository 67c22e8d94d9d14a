import type { Decorator } from './transport.js';
import { showUrl } from './url.js';
import { watched } from './watched.js';

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
      return { ...response, body: watched(response.body, () => {}, stop) };
    } finally {
      stop();
    }
  };
  return { decorator, entries: () => entries };
}

/** The table of `nova --timings` (`_dump_timings` in novaclient's `shell.py`): a row per request, then their sum. */
export function timingsTable(entries: readonly Timing[]): string {
  const total = entries.reduce((sum, { seconds }) => sum + seconds, 0);
  const rows = [
    ...entries.map(({ method, url, seconds }) => [`${method} ${url}`, decimal(seconds)] as const),
    ['Total', decimal(total)] as const,
  ];
  const widths = [
    Math.max(3, ...rows.map(([url]) => url.length)),
    Math.max(7, ...rows.map(([, seconds]) => seconds.length)),
  ] as const;
  const rule = `+${'-'.repeat(widths[0] + 2)}+${'-'.repeat(widths[1] + 2)}+\n`;
  const line = ([url, seconds]: readonly [string, string]): string =>
    `| ${url.padEnd(widths[0])} | ${seconds.padEnd(widths[1])} |\n`;
  return rule + line(['url', 'seconds']) + rule + rows.map(line).join('') + rule;
}

/** To the microsecond, as Python's `repr` would show it: always with a decimal point. */
function decimal(seconds: number): string {
  const text = String(Math.round(seconds * 1e6) / 1e6);
  return text.includes('.') ? text : `${text}.0`;
}
