/** `--wait`: a run goes on until what it has asked for is done. */
import type { Change, Chosen } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { judgeOf, timeOf, WAIT_LIMIT, WAIT_PERIOD, waitUntil, wantedOf } from '../../command/waiting.js';
import { Failure, UsageError } from '../../core/errors.js';
import type { CommandView, Outcome } from '../../core/view.js';
import type { Host } from '../../host/host.js';
import { HttpFailure } from '../../http/api-errors.js';
import { mayPass } from '../../http/passing-errors.js';
import { visibleLine } from '../../lib/escape.js';
import { asText, type Json } from '../../lib/read.js';

interface WaitDeps {
  readonly change: Change;
  readonly context: Context<never, never>;
  /** What a plan has shown. */
  readonly shown?: readonly Chosen[];
  readonly host: Pick<Host, 'stderr' | 'now' | 'sleep'>;
  /** Told of each thing whose end has been seen. */
  readonly ended?: (called: string) => void;
}

/** @throws UsageError for a time that is none, or a command that is done when it ends, or whose end nobody is told */
export function waitLimit(said: string, { until, look, unseen }: Change): number {
  if (unseen !== undefined) throw new UsageError(`argument --wait: ${unseen}`);
  if (until === undefined || look === undefined) {
    throw new UsageError('argument --wait: without effect on a command that is done when it ends');
  }
  return timeOf('--wait', said === '' ? undefined : said, WAIT_LIMIT, 0);
}

/**
 * The same view, which ends when all that was accepted is done.
 *
 * @param limit milliseconds
 */
export function waited(view: CommandView, limit: number, around: WaitDeps): CommandView {
  if (view.kind === 'outcomes') {
    const accepted: Outcome[] = [];
    const outcomes = async function* (): AsyncGenerator<Outcome> {
      for await (const outcome of view.outcomes) {
        if (outcome.error === undefined) accepted.push(outcome);
        yield outcome;
      }
      await allDone(accepted.map(thingOf), limit, around);
    };
    // Only one of them is asked for: each begins when it is.
    return { ...view, outcomes: outcomes(), ended: ended(view.outcomes, limit, around) };
  }
  if (view.kind === 'list') {
    const accepted: Thing[] = [];
    const pages = async function* (): AsyncGenerator<readonly unknown[]> {
      for await (const page of view.pages) {
        for (const row of page) {
          const chosen = around.change.acceptedIn?.(row as Json);
          if (chosen !== undefined) accepted.push({ called: chosen.given, id: chosen.id });
        }
        yield page;
      }
    };
    return { ...view, pages: pages(), after: () => allDone(accepted, limit, around) };
  }
  if (view.kind === 'show') {
    const shown = (name: string): string => asText(view.fields.find((field) => field.name === name)?.value);
    const after = async function* (): AsyncGenerator<string> {
      yield* view.after ?? [];
      // What a snapshot makes is an image; of some things only what the service answered is shown.
      const made = MADE.map(shown).find((one) => one !== '');
      const id = made ?? (await targetId(around));
      if (id !== undefined) await allDone([{ called: shown('name') || id, id }], limit, around);
    };
    return { ...view, after: after() };
  }
  if (view.kind === 'text') {
    const chunks = async function* (): AsyncGenerator<string> {
      yield* view.chunks;
      const made = around.change.made?.(around.context);
      if (made !== undefined) await allDone([{ called: made.given, id: made.id }], limit, around);
    };
    return { ...view, chunks: chunks() };
  }
  return view;
}

/** The fields that tell which thing was made. */
const MADE = ['id', 'image_id', 'port_id', 'reservation_id'] as const;

const thingOf = ({ given, id }: Outcome): Thing => ({ called: given, id: id ?? given });

/** The outcomes, once all that was accepted has come to its end. */
async function* ended(outcomes: AsyncIterable<Outcome>, limit: number, around: WaitDeps): AsyncGenerator<Outcome> {
  const all: Outcome[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  const accepted = all.filter(({ error }) => error === undefined);
  const ends = await endsOf(accepted.map(thingOf), limit, around);
  for (const outcome of all) {
    const error = ends[accepted.indexOf(outcome)];
    if (outcome.error !== undefined) yield outcome;
    else yield error === undefined ? { ...outcome, isDone: true } : { ...outcome, error };
  }
}

/** The id of the one thing that was typed. */
async function targetId({ change, context, shown }: WaitDeps): Promise<string | undefined> {
  if (shown?.[0] !== undefined) return shown[0].id;
  const [given] = change.targets?.(context) ?? [];
  return given === undefined ? undefined : (await change.find?.(context, given))?.id;
}

interface Thing {
  readonly called: string;
  readonly id: string;
}

/** Waits for all of them at once. @returns why it failed, for each; undefined where it did not */
async function endsOf(
  things: readonly Thing[],
  limit: number,
  { change, context, host, ended: tell }: WaitDeps,
): Promise<readonly (Failure | undefined)[]> {
  const { until = 'gone', look } = change;
  const { stderr } = host;
  const states = new Map<string, string>();
  const isShown = stderr.isTTY() && context.verbosity !== 'quiet';
  // Bytes: a carriage return is to be obeyed here.
  const draw = (text: string): void => void (isShown && stderr.write(Buffer.from(`\r\x1b[K${text}`)));
  const start = host.now();
  const seen = (called: string, state: string): void => {
    states.set(called, state);
    const seconds = Math.floor((host.now() - start) / 1000);
    draw(visibleLine(`Waiting for ${called}: ${state}; ${states.size} left, ${seconds} s`).slice(0, 78));
  };
  const one = async ({ called, id }: Thing): Promise<Failure | undefined> => {
    try {
      await waitUntil({
        called,
        wanted: wantedOf(until),
        look: () => orGone(look?.(context, id)),
        judge: judgeOf(until, called),
        mayPass,
        limit,
        period: WAIT_PERIOD,
        now: host.now,
        sleep: host.sleep,
        warn: context.warn,
        seen: (state) => seen(called, state),
      });
      tell?.(called);
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    } finally {
      states.delete(called);
    }
  };
  const ends = await Promise.all(things.map(one));
  draw('');
  return ends;
}

/** Waits for all of them. @throws Failure that says of each that failed why */
async function allDone(things: readonly Thing[], limit: number, around: WaitDeps): Promise<void> {
  const failures = (await endsOf(things, limit, around)).filter((error) => error !== undefined);
  const [first] = failures;
  if (first === undefined) return;
  const reason = failures.find(({ exitReason }) => exitReason !== 'timeout')?.exitReason ?? 'timeout';
  const lines = failures.map(({ message, hint }) => (hint === undefined ? message : `${message}: ${hint}`));
  throw new Failure(lines.join('\n'), { name: first.name, cause: first }, reason);
}

async function orGone(asked: Promise<Json | undefined> | undefined): Promise<Json | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpFailure && error.status === 404) return undefined;
    throw error;
  }
}
