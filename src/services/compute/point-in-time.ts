import { Failure } from '../../core/errors.js';
import { timeAgo } from '../../lib/age.js';
import { isIsoTime } from '../../lib/iso-time.js';

/**
 * A point in time as it is sent; an age, as `1h`, is the time so long ago.
 * @throws Failure, in novaclient's sentence, for what is neither
 */
export function pointInTime(name: string, value: string | undefined, now: () => number): string | undefined {
  if (value === undefined || value === '' || isIsoTime(value)) return value;
  const time = timeAgo(value, now);
  if (time !== value) return time;
  throw new Failure(`Invalid ${name} value: ${value}`);
}

interface Changes {
  readonly changesSince: string | undefined;
  readonly changesBefore: string | undefined;
}

/** The options of a list, with its points in time as they are sent. @throws Failure likewise */
export const withTimes = <T extends Changes>(given: T, now: () => number): T => ({
  ...given,
  changesSince: pointInTime('changes-since', given.changesSince, now),
  changesBefore: pointInTime('changes-before', given.changesBefore, now),
});
