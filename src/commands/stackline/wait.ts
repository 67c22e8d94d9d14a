import { plainText } from '../../command/define.js';
import { argument, choiceArgument, requiredText, text } from '../../command/options.js';
import { Failure, UsageError } from '../../core/errors.js';
import { ageOf } from '../../lib/age.js';
import { asRecord, asText, type Json } from '../../lib/read.js';
import { find, findIfAny, isMissing, resolving } from '../../services/find.js';
import { mayPass } from '../../services/passing-errors.js';
import { finderOf, getOne } from '../../services/resource.js';
import { type Condition, conditionOf, fieldText, holds } from '../shared/condition.js';
import { kinds } from '../shared/kinds.js';

export const about = { summary: 'Wait until a thing is gone, or has the state that is asked for.' };

/** Milliseconds until it is given up, and from one look to the next, where nobody says otherwise. */
const LIMIT = 600_000;
const PERIOD = 2000;

export default plainText({
  login: true,
  isLive: true,
  options: {
    until: requiredText(
      '<condition>',
      "What it is to be: gone, <field>=<value>, <field>!=<value>, or '<field> in (<value>, ...)'.",
      {
        long: 'for',
      },
    ),
    limit: text('<time>', 'Give up after this time, with exit code 124: 90, 90s, 10m, 1h30m (default 10m).', {
      long: 'timeout',
    }),
    interval: text('<time>', 'From one look to the next, at least 1s (default 2s).'),
  },
  arguments: {
    kind: choiceArgument('<kind>', Object.keys(kinds), `What it is: ${Object.keys(kinds).join(', ')}.`),
    thing: argument('<name>', 'Its name or ID.'),
  },
  run: async function* ({ session, options, args: { kind, thing }, now, warn, program }) {
    const condition = conditionOf(options.until);
    const limit = timeOf('--timeout', options.limit, LIMIT, 0);
    const period = timeOf('--interval', options.interval, PERIOD, 1000);
    const end = now() + limit;
    const resource = await kinds[kind]?.();
    if (resource === undefined) throw new UsageError(`argument <kind>: invalid choice: '${kind}'`);
    const called = `${kind} ${thing}`;
    const finder = finderOf(resolving(session), resource);
    // What nothing has any more is what was to be gone.
    const found = condition.kind === 'gone' ? await findIfAny(finder, thing) : await find(finder, thing);
    if (found === undefined) {
      yield `${called}: gone\n`;
      return;
    }
    let state = 'not seen';
    let told = '';
    for (;;) {
      let item: Json | undefined;
      try {
        item = await getOne(session, resource, found.id);
      } catch (error) {
        if (isMissing(error) && condition.kind === 'gone') {
          yield `${called}: gone\n`;
          return;
        }
        if (isMissing(error)) throw new Failure(`${called} is gone.`, { cause: error });
        if (!mayPass(error)) throw error;
        if (error.message !== told) warn(error.message);
        told = error.message;
      }
      const seen = item === undefined ? undefined : judge(condition, item, called);
      if (seen?.isMet) {
        yield `${called}: ${seen.state}\n`;
        return;
      }
      state = seen?.state ?? state;
      const left = end - now();
      if (left <= 0) {
        throw new Failure(`${called}: not ${options.until} within ${limit / 1000} s; it was ${state}.`, {}, 'timeout');
      }
      await program.sleep(Math.min(period, left));
    }
  },
});

/** Is it what is waited for? @throws Failure where it will not become that any more */
function judge(condition: Condition, item: Json, called: string): { readonly isMet: boolean; readonly state: string } {
  const status = asText(item.status) || asText(item.provisioning_status);
  if (condition.kind === 'gone') {
    if (/^(?:soft_)?deleted$/i.test(status)) return { isMet: true, state: 'gone' };
    if (/^error_deleting$/i.test(status)) throw new Failure(`${called}: status ${status}`, hintOf(item));
    return { isMet: false, state: status === '' ? 'still there' : `status ${status}` };
  }
  const value = fieldText(item, condition.field);
  if (value === undefined) {
    throw new Failure(`${called} has no field '${condition.field}'.`, {
      hint: `There are: ${Object.keys(item).sort().join(', ')}.`,
    });
  }
  const state = `${condition.field} ${value}`;
  if (holds(condition, item)) return { isMet: true, state };
  if (/^(?:error(?:_\w+)?|failed|killed|failure)$/i.test(status)) {
    throw new Failure(`${called}: status ${status}`, hintOf(item));
  }
  return { isMet: false, state };
}

/** Why it failed, where the service says it. */
function hintOf(item: Json): { readonly hint?: string } {
  const hint = asText(asRecord(item.fault).message) || asText(item.fail_reason) || asText(item.message);
  return hint === '' ? {} : { hint };
}

/** Milliseconds of `90`, `90s`, `10m`, `1h30m`. */
function timeOf(option: string, said: string | undefined, otherwise: number, least: number): number {
  if (said === undefined) return otherwise;
  const isBare = /^\d{1,7}(?:\.\d+)?$/.test(said);
  const time = isBare ? Number(said) * 1000 : /^(?:\d{1,5}[hms])+$/.test(said) ? ageOf(said) : undefined;
  if (time !== undefined && time >= least) return time;
  throw new UsageError(`argument ${option}: invalid time: '${said}'`);
}
