import type { Globals } from '../cli/globals.js';
import type { Screen } from '../core/screen.js';
import type { Host } from '../host/host.js';

/** The terminal that standard output is, and how it is to be used. */
export function screenOf(
  { env, stdout }: Pick<Host, 'env' | 'stdout'>,
  { wide, quiet }: Pick<Globals, 'wide' | 'quiet'>,
): Screen {
  const columns = columnsOf({ env, stdout });
  return {
    ...(columns === undefined ? {} : { columns }),
    isUnicode: isUnicode(env),
    isWide: wide,
    hasHints: !quiet,
  };
}

/** How wide the terminal is, as `COLUMNS` or else it says itself. */
export function columnsOf({ env, stdout }: Pick<Host, 'env' | 'stdout'>): number | undefined {
  const said = Number(env.COLUMNS);
  return Number.isInteger(said) && said > 0 ? said : stdout.columns?.();
}

/** Does the locale that decides about characters have more than ASCII? Without one it is `C`. */
export function isUnicode({ LC_ALL, LC_CTYPE, LANG }: Host['env']): boolean {
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || 'C');
}
