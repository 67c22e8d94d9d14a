import type { ShowView, TextView } from '../../core/view.js';
import { isRecord } from '../../lib/read.js';
import { rawText } from '../../selection/raw-json.js';
import { type End, leading, merged } from './merge-lists.js';
import type { Part, Place } from './part.js';

type Shape = Parameters<typeof rawText>[1];

/** The objects of several clouds as one list, each with where it comes from, or what a query makes of that list. */
export function mergeRaw(parts: readonly Part[], end: End, shape: Shape, most?: number): TextView {
  const things = async function* (): AsyncGenerator<readonly unknown[]> {
    for (const { view, place } of parts) yield [placed(place, (view as ShowView).raw)];
  };
  const rows = async function* (): AsyncGenerator<readonly unknown[]> {
    for await (const page of merged(parts, end, most)) yield page.map(({ place, item }) => placed(place, item));
  };
  return rawText(parts[0]?.view.kind === 'show' ? things() : rows(), shape, end.reason);
}

function placed(place: Place, thing: unknown): unknown {
  const from = Object.fromEntries(leading.map(({ title, value }) => [title, value({ place })]));
  return isRecord(thing) ? { ...from, ...thing } : { ...from, value: thing };
}
