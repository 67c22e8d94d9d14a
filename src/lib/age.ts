const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: MINUTE,
  h: 60 * MINUTE,
  d: DAY,
  w: 7 * DAY,
  y: 365 * DAY,
};

/** An age in milliseconds: `90s`, `15m`, `1h`, `7d`, `2w`, `1y`, `1d12h`; undefined for anything else. */
export function ageOf(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?[smhdwy])+$/.test(text)) return undefined;
  const parts = text.split(/(?<=[a-z])/);
  return parts.reduce((sum, part) => sum + Number(part.slice(0, -1)) * (UNITS[part.slice(-1)] ?? 0), 0);
}

/**
 * A point in time as an option takes it: an age is the time so long ago, ISO 8601 in UTC to the second; all else stays as
 * it is.
 */
export function timeAgo<T extends string | undefined>(given: T, now: () => number): T | string {
  const age = given === undefined ? undefined : ageOf(given);
  if (age === undefined) return given;
  const at = new Date(now() - age);
  return Number.isNaN(at.getTime()) ? given : `${at.toISOString().slice(0, 19)}Z`;
}

/** The same of a filter that compares: `gt:1d`, `gte:7d,lt:1d`. */
const comparedWithTimeAgo = (given: string, now: () => number): string =>
  given
    .split(',')
    .map((part) => {
      const at = part.indexOf(':') + 1;
      return part.slice(0, at) + timeAgo(part.slice(at), now);
    })
    .join(',');

/** Filters by the API's names: those of a time take an age. */
export const withTimesAgo = (given: Readonly<Record<string, string>>, now: () => number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      key === 'created_at' || key === 'updated_at' ? comparedWithTimeAgo(value, now) : value,
    ]),
  );
