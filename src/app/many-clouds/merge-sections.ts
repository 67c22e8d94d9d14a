import type { Column, Field, ListView, Section, SectionsView, ShowView } from '../../core/view.js';
import { type End, leading } from './merge-lists.js';
import type { Part, Place } from './part.js';

/** The tables of several clouds under one another, each with where it comes from. */
export function mergeSections(parts: readonly Part[], end: End): SectionsView {
  return { kind: 'sections', parts: merged(parts, end), exitReason: end.reason };
}

async function* merged(parts: readonly Part[], end: End): AsyncGenerator<Section> {
  let isEmpty = true;
  for (const part of parts) {
    const sections = part.sections[Symbol.asyncIterator]();
    while (true) {
      const next = await Promise.race([sections.next(), end.fatal]);
      if (next.done) break;
      isEmpty = false;
      yield { ...next.value, view: placed(next.value.view, part.place) };
    }
  }
  if (isEmpty) end.check();
}

/** The same with where it comes from before everything else. */
export function placed(view: ListView | ShowView, place: Place): ListView | ShowView {
  if (view.kind === 'show') return { ...view, leading: placeFields(place) };
  const { lines: _, ...table } = view;
  const columns: readonly Column[] = leading.map(({ title, value }) => ({ title, value: () => value({ place }) }));
  return { ...table, leading: columns };
}

const placeFields = (place: Place): readonly Field[] =>
  leading.map(({ title, value }) => ({ name: title, value: value({ place }) }));
