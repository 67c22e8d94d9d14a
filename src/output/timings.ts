import { boxed } from './boxed.js';

interface RequestTime {
  readonly method: string;
  readonly url: string;
  readonly seconds: number;
}

/** What `--timings` shows: a line for each request, and their sum. */
export function timingsText(requests: readonly RequestTime[]): string {
  const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
  const total = requests.reduce((sum, { seconds }) => sum + seconds, 0);
  const rows = requests.map(({ method, url, seconds }) => [`${method} ${url}`, rounded(seconds)]);
  return boxed(['request', 'seconds'], [...rows, ['Total', rounded(total)]]);
}
