import type { TableStyle } from '../../classic/client.js';
import type { Column, Field, ListView, SectionsView, ShowView } from '../../core/view.js';
import { labelOf } from './asked-clouds.js';
import { type End, leading } from './merge-lists.js';
import { placed } from './merge-sections.js';
import type { Part } from './part.js';

/**
 * What one thing is in several clouds: a table for each, or, for machines, a row for each with the fields of all as its
 * columns.
 */
export function mergeShows(
  parts: readonly Part[],
  end: End,
  format: string,
  style: TableStyle,
): SectionsView | ListView {
  if (!format.startsWith('table')) return rows(parts, end, style);
  const sections = async function* () {
    for (const part of parts) yield { title: labelOf(part.target), view: placed(part.view as ShowView, part.place) };
  };
  return { kind: 'sections', parts: sections(), exitReason: end.reason };
}

function rows(parts: readonly Part[], end: End, { show }: TableStyle): ListView {
  const fieldsOf = ({ chosen, fields }: ShowView): readonly Field[] => chosen ?? fields;
  const fields = new Map(parts.map((part) => [part, new Map(fieldsOf(part.view as ShowView).map((f) => [f.name, f]))]));
  const names = new Set([...fields.values()].flatMap((own) => [...own.keys()]));
  const fieldOf = (part: Part, name: string): Field | undefined => fields.get(part)?.get(name);
  const columns = [...names].map((title): Column<Part> => {
    const texts = parts.some((part) => fieldOf(part, title)?.text !== undefined);
    return {
      title,
      value: (part) => fieldOf(part, title)?.value ?? show.nullPlain ?? null,
      ...(texts ? { text: (part) => fieldOf(part, title)?.text ?? '' } : {}),
    };
  });
  const pages = async function* () {
    yield parts;
  };
  return {
    kind: 'list',
    // Rows are the parts, which know where they come from.
    leading: leading as readonly Column[],
    columns: columns as readonly Column[],
    ...(parts.some(({ view }) => (view as ShowView).chosen !== undefined) && { chosen: columns as readonly Column[] }),
    pages: pages(),
    sortBy: false,
    exitReason: end.reason,
  };
}
