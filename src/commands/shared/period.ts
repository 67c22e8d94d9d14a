import { text } from '../../command/options.js';
import { ageOf } from '../../lib/age.js';
import { pythonDate } from '../../lib/python/dates.js';

/** `--start` and `--end` of the commands that sum up usage. */
export const periodOptions = {
  start: text('<start>', 'Usage range start date, ex 2012-01-20. (default: 4 weeks ago)'),
  end: text('<end>', 'Usage range end date, ex 2012-01-20. (default: tomorrow)'),
};

interface PeriodContext {
  readonly options: { readonly start: string | undefined; readonly end: string | undefined };
  readonly now: () => number;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The period that is asked for, ISO 8601 in UTC without a zone.
 * @throws Failure, in Python's words, for what is no date
 */
export function period({ options: { start, end }, now }: PeriodContext): {
  readonly start: string;
  readonly end: string;
} {
  const from = start ? (agoOf(start, now) ?? pythonDate(start)) : now() - 28 * DAY;
  const to = end ? (agoOf(end, now) ?? pythonDate(end)) : now() + DAY;
  return { start: iso(from), end: iso(to) };
}

/** The time so long ago, where an age is given: `7d`. */
function agoOf(given: string, now: () => number): number | undefined {
  const age = ageOf(given);
  return age === undefined ? undefined : now() - age;
}

/** `Usage from 2012-01-20 to 2012-02-18:`, the line above the tables. */
export function periodLine(given: PeriodContext): string {
  const { start, end } = period(given);
  return `Usage from ${start.slice(0, 10)} to ${end.slice(0, 10)}:`;
}

const iso = (at: number): string => new Date(at).toISOString().replace(/(\.000)?Z$/, '');
