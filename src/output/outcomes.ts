import { Failure, Quiet } from '../core/errors.js';
import type { Column, ListView, Outcome, OutcomesView } from '../core/view.js';
import { visibleLine } from '../lib/escape.js';
import type { OutputOptions, Write } from './renderer.js';

function resultOf({ error, isDone }: Outcome): string {
  if (error !== undefined)
    return { timeout: 'not in time', unknown: 'not known' }[String(error.exitReason)] ?? 'failed';
  return isDone ? 'done' : 'accepted';
}

/** A row for each target, for machines. */
const columns: readonly Column<Outcome>[] = [
  { title: 'Target', value: ({ given }) => given },
  { title: 'ID', value: ({ id }) => id ?? null },
  { title: 'Result', value: resultOf },
  { title: 'Message', value: ({ said, error }) => error?.message ?? said ?? null },
];

/**
 * The outcomes of a command: the classic client's lines as they come, or a row each in any other format.
 *
 * @param list writes a list in the chosen format
 * @throws Failure at the end, when any target failed
 */
export async function writeOutcomes(
  view: OutcomesView,
  options: OutputOptions,
  write: Write,
  list: (view: ListView, options: OutputOptions, write: Write) => Promise<void>,
): Promise<void> {
  const isClassic = options.format === 'table' && options.columns.length + options.sortColumns.length === 0;
  let count = 0;
  const errors: Failure[] = [];
  const counted = async function* (): AsyncGenerator<readonly Outcome[]> {
    for await (const outcome of isClassic ? view.outcomes : (view.ended ?? view.outcomes)) {
      count += 1;
      if (outcome.error !== undefined) errors.push(outcome.error);
      yield [outcome];
      for (const line of inDoubt(outcome)) options.warn?.(line);
    }
  };
  if (isClassic) for await (const [outcome] of counted()) await writeLine(view, outcome as Outcome, options, write);
  else {
    // A column only ever sees the outcomes that stand beside it here.
    const pages = counted();
    await list({ kind: 'list', columns: columns as readonly Column[], pages }, options, write);
  }
  const isUnknown = errors.some(({ exitReason }) => exitReason === 'unknown');
  if (errors.length === 0) {
    if (view.after !== undefined) await (await import('./after.js')).writeAfter(view.after, options, write);
    return;
  }
  const isLate = errors.every(({ exitReason }) => exitReason === 'timeout');
  const reason = isUnknown ? 'unknown' : isLate ? 'timeout' : 'failed';
  const isSaid = view.refused === '' || (isClassic && view.refusedIf === 'all fail' && errors.length < count);
  const error = isSaid
    ? new Quiet(reason)
    : new Failure(view.refused ?? `${errors.length} of ${count} failed.`, {}, reason);
  saidWithAllRows.add(error);
  throw error;
}

/** Of a target of which nobody knows what became: that it is so, and how to find out. */
function inDoubt({ given, error }: Outcome): readonly string[] {
  if (error?.exitReason !== 'unknown') return [];
  const name = given === '' ? '' : `${given}: `;
  return (error.hint ?? '').split('\n').map((line) => `${name}${line}`);
}

/** Errors that end a run once it has shown all that there is to show: what it has shown is whole. */
export const saidWithAllRows = new WeakSet<Error>();

async function writeLine(
  { failedLine }: OutcomesView,
  outcome: Outcome,
  { warn }: OutputOptions,
  write: Write,
): Promise<void> {
  const { said, error } = outcome;
  if (said !== undefined) await write(`${visibleLine(said)}\n`);
  if (error === undefined) return;
  if (failedLine === undefined) warn?.(error.message);
  else await write(`${visibleLine(failedLine(outcome, error))}\n`);
}
