/** Waiting for the end of something that a service goes on with after it has accepted a request. */
import { Failure, UsageError } from '../core/errors.js';
import { ageOf } from '../lib/age.js';
import { asRecord, asText, type Json } from '../lib/read.js';
import type { Until } from './command.js';

/** Milliseconds until it is given up, and from one look to the next, where nobody says otherwise. */
export const WAIT_LIMIT = 600_000;
export const WAIT_PERIOD = 2000;

/** What a look has shown. */
export interface Seen {
  readonly isMet: boolean;
  /** As in `it was status BUILD`. */
  readonly state: string;
}

export interface Waiting {
  /** What is waited for, in sentences: `server web`. */
  readonly called: string;
  /** What it is to be: `gone`, `status=ACTIVE`. */
  readonly wanted: string;
  /** It as it is now; undefined when it is gone. */
  readonly look: () => Promise<Json | undefined>;
  /** Is it so? @throws Failure where it will not become that any more */
  readonly judge: (item: Json | undefined) => Seen;
  /** An error of a look after which the next one may succeed. */
  readonly mayPass: (error: unknown) => error is Failure;
  readonly limit: number;
  readonly period: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly warn: (line: string) => void;
  /** Told what each look has shown. */
  readonly seen?: (state: string) => void;
}

/**
 * Looks until it is so.
 *
 * @returns the state that was waited for
 * @throws Failure where it never will be, and with the reason `timeout` when it takes too long
 */
export async function waitUntil({ called, wanted, look, judge, mayPass, ...how }: Waiting): Promise<string> {
  const { limit, period, now, sleep, warn, seen } = how;
  const end = now() + limit;
  let state = 'not seen';
  let told = '';
  for (;;) {
    let item: Json | 'not known' | undefined;
    try {
      item = await look();
    } catch (error) {
      if (!mayPass(error)) throw error;
      if (error.message !== told) warn(error.message);
      told = error.message;
      item = 'not known';
    }
    if (item !== 'not known') {
      const found = judge(item);
      if (found.isMet) return found.state;
      state = found.state;
      seen?.(state);
    }
    const left = end - now();
    if (left <= 0)
      throw new Failure(`${called}: not ${wanted} within ${limit / 1000} s; it was ${state}.`, {}, 'timeout');
    await sleep(Math.min(period, left));
  }
}

/**
 * Judges by what a command comes to (`Until`). A state counts once no task is under way: a service sets the task before
 * it accepts a request.
 */
export function judgeOf(until: Until, called: string): Waiting['judge'] {
  let wasDeleting = false;
  return (item) => {
    if (until !== 'gone' && item === undefined) throw new Failure(`${called} is gone.`);
    if (item === undefined) return { isMet: true, state: 'gone' };
    const status = asText(item.status);
    const task = asText(item['OS-EXT-STS:task_state']);
    const state = `${status === '' ? 'still there' : `status ${status}`}${task === '' ? '' : `, ${task}`}`;
    // What failed before a thing was deleted is no failure of that; that it could not be taken away is.
    const failed = asText(until === 'gone' ? item.failed_removal : item.failed_action);
    if (failed !== '') throw new Failure(`${called}: ${failed}`, hintOf(item));
    if (until !== 'gone') {
      if (task !== '') return { isMet: false, state };
      const isOneOf = (states: readonly string[]) => states.some((one) => one.toLowerCase() === status.toLowerCase());
      if (isOneOf(until.failed ?? ['ERROR'])) throw new Failure(`${called}: status ${status}`, hintOf(item));
      return { isMet: isOneOf(until.status), state };
    }
    if (/^(?:soft_)?deleted$/i.test(status)) return { isMet: true, state: 'gone' };
    // What was broken before it was deleted is no failure of that.
    const hasFailed = /^error_deleting$/i.test(status) || (wasDeleting && task === '' && /^error$/i.test(status));
    if (hasFailed) throw new Failure(`${called}: status ${status}`, hintOf(item));
    wasDeleting ||= /deleting/.test(task);
    return { isMet: false, state };
  };
}

/** What a command comes to, in words. */
export const wantedOf = (until: Until): string => (until === 'gone' ? until : `status ${until.status.join(' or ')}`);

/** Why it failed, where the service says it. */
export function hintOf(item: Json): { readonly hint?: string } {
  const hint = asText(asRecord(item.fault).message) || asText(item.fail_reason) || asText(item.message);
  return hint === '' ? {} : { hint };
}

/**
 * Milliseconds of `90`, `90s`, `10m`, `1h30m`.
 *
 * @param otherwise where nothing is said
 * @throws UsageError for what is no time, or less than `least`
 */
export function timeOf(option: string, said: string | undefined, otherwise: number, least: number): number {
  if (said === undefined) return otherwise;
  const isBare = /^\d{1,7}(?:\.\d+)?$/.test(said);
  const time = isBare ? Number(said) * 1000 : /^(?:\d{1,5}[hms])+$/.test(said) ? ageOf(said) : undefined;
  if (time !== undefined && time >= least) return time;
  throw new UsageError(`argument ${option}: invalid time: '${said}'`);
}
