import { plainText } from '../../command/define.js';
import { argument, choiceArgument, requiredText, text } from '../../command/options.js';
import { hintOf, type Seen, timeOf, WAIT_LIMIT, WAIT_PERIOD, waitUntil } from '../../command/waiting.js';
import { Failure, UsageError } from '../../core/errors.js';
import { asText, type Json } from '../../lib/read.js';
import { conditionOnOne, type OneCondition } from '../../selection/of-one-thing.js';
import { find, findIfAny, isMissing, resolving } from '../../services/find.js';
import { mayPass } from '../../services/passing-errors.js';
import { finderOf, getOne } from '../../services/resource.js';
import { kinds } from '../shared/kinds.js';

export const about = { summary: 'Wait until a thing is gone, or has the state that is asked for.' };

export default plainText({
  login: true,
  isLive: true,
  options: {
    until: requiredText(
      '<condition>',
      "What it is to be: gone, or an expression as --where has it: status=ACTIVE, 'status=ACTIVE and task_state=null', 'status in (ACTIVE, SHUTOFF)', 'gone or status=ERROR'.",
      { long: 'for' },
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
    const limit = timeOf('--timeout', options.limit, WAIT_LIMIT, 0);
    const period = timeOf('--interval', options.interval, WAIT_PERIOD, 1000);
    const resource = await kinds[kind]?.();
    if (resource === undefined) throw new UsageError(`argument <kind>: invalid choice: '${kind}'`);
    const { mayBeGone, state: wantedState } = wantedOf(options.until);
    const condition = wantedState === undefined ? undefined : conditionOnOne(wantedState, '--for', resource.service);
    const called = `${kind} ${thing}`;
    const finder = finderOf(resolving(session), resource);
    // What nothing has any more is what was to be gone.
    const found = mayBeGone ? await findIfAny(finder, thing) : await find(finder, thing);
    if (found === undefined) {
      yield `${called}: gone\n`;
      return;
    }
    const look = async (): Promise<Json | undefined> => {
      try {
        return await getOne(session, resource, found.id);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    };
    const judge = (item: Json | undefined): Seen => {
      if (mayBeGone && isDeleted(item)) return { isMet: true, state: 'gone' };
      return condition === undefined ? judgeThere(item, called) : judgeState(condition, item, called, now());
    };
    const { sleep } = program;
    const wanted = options.until;
    const state = await waitUntil({ called, wanted, look, judge, mayPass, limit, period, now, sleep, warn });
    yield `${called}: ${state}\n`;
  },
});

/** `gone`, a state, or `gone or` a state, in either order. */
function wantedOf(until: string): { readonly mayBeGone: boolean; readonly state?: string } {
  if (/^\s*gone\s*$/i.test(until)) return { mayBeGone: true };
  // Nothing binds less than `or`.
  const state = /^\s*gone\s+or\s(.*)$/is.exec(until)?.[1] ?? /^(.*)\sor\s+gone\s*$/is.exec(until)?.[1];
  return state === undefined ? { mayBeGone: false, state: until } : { mayBeGone: true, state };
}

const isDeleted = (item: Json | undefined): boolean =>
  item === undefined || /^(?:soft_)?deleted$/i.test(statusOf(item));

/** Of what is to go. @throws Failure where it cannot */
function judgeThere(item: Json = {}, called: string): Seen {
  const status = statusOf(item);
  if (/^error_deleting$/i.test(status)) throw new Failure(`${called}: status ${status}`, hintOf(item));
  return { isMet: false, state: status === '' ? 'still there' : `status ${status}` };
}

/** Is it what is waited for? @throws Failure where it will not become that any more */
function judgeState(condition: OneCondition, item: Json | undefined, called: string, now: number): Seen {
  if (item === undefined) throw new Failure(`${called} is gone.`);
  const status = statusOf(item);
  const isMet = condition.holds(item, now);
  if (!isMet && /^(?:error(?:_\w+)?|failed|killed|failure)$/i.test(status)) {
    throw new Failure(`${called}: status ${status}`, hintOf(item));
  }
  return { isMet, state: condition.state(item) };
}

const statusOf = (item: Json): string => asText(item.status) || asText(item.provisioning_status);
