import { Failure } from '../core/errors.js';
import type { ListView, Section, SectionsView, ShowView } from '../core/view.js';
import { visibleLine } from '../lib/escape.js';
import type { OutputOptions, Write } from './renderer.js';

export type RenderOne = (view: ListView | ShowView, choice: OutputOptions, write: Write) => Promise<void>;

/** Tables under one another; for JSON and YAML one object with a member for each title. */
export async function writeSections(
  view: SectionsView,
  choice: OutputOptions,
  write: Write,
  one: RenderOne,
): Promise<void> {
  const known = new Set<string>();
  const sortable = new Set<string>();
  let shown = false;
  const kept = async function* (): AsyncGenerator<Kept> {
    for await (const section of view.parts) {
      const titles = titlesOf(section.view);
      for (const title of titles) known.add(title);
      const listed = section.view.kind === 'list' ? titles : [];
      for (const title of listed) sortable.add(title);
      const columns = choice.columns.filter((column) => titles.includes(column));
      if (choice.columns.length > 0 && columns.length === 0) continue;
      shown = true;
      const sortColumns = choice.sortColumns.filter((column) => listed.includes(column));
      yield { section, choice: { ...choice, columns, sortColumns } };
    }
  };
  if (choice.format === 'json' || choice.format === 'yaml') await writeOne(kept(), choice, write, one);
  else if (isDocument(choice.format)) {
    const { documents } = await import('./documents.js');
    await documents[choice.format](kept(), choice, write, one);
  } else {
    for await (const { section, choice: own } of kept()) {
      if (choice.format === 'table' && section.header !== undefined)
        await write(`${section.header.split('\n').map(visibleLine).join('\n')}\n`);
      await one(section.view, own, write);
    }
  }
  if (!shown && choice.columns.length > 0) {
    throw new Failure(`None of these tables has a column ${choice.columns.join(', ')}.`, {
      hint: `There are: ${[...known].join(', ')}.`,
    });
  }
  const unsorted = choice.sortColumns.filter((column) => !sortable.has(column));
  if (unsorted.length > 0) {
    throw new Failure(`None of these tables can be sorted by a column ${unsorted.join(', ')}.`, {
      ...(sortable.size === 0 ? {} : { hint: `There are: ${[...sortable].join(', ')}.` }),
    });
  }
}

/** What is shown of one section. */
export interface Kept {
  readonly section: Section;
  readonly choice: OutputOptions;
}

const titlesOf = (view: ListView | ShowView): readonly string[] =>
  view.kind === 'list' ? view.columns.map((column) => column.title) : view.fields.map((field) => field.name);

const isDocument = (format: OutputOptions['format']): format is 'markdown' | 'html' | 'prom' =>
  format === 'markdown' || format === 'html' || format === 'prom';

/** Few and small: all of them are read before the one object is written. */
async function writeOne(
  sections: AsyncIterable<Kept>,
  choice: OutputOptions,
  write: Write,
  one: RenderOne,
): Promise<void> {
  const members = new Map<string, unknown>();
  for await (const { section, choice: own } of sections) {
    let text = '';
    await one(section.view, { ...own, format: 'json', noindent: true }, (chunk) => {
      text += chunk;
    });
    const value = (await import('../lib/exact-json.js')).parseExactly(text);
    const before = members.get(section.title);
    members.set(section.title, before === undefined ? value : [before, value].flat());
  }
  const fields = [...members].map(([name, value]) => ({ name, value }));
  await one({ kind: 'show', fields }, { ...choice, columns: [] }, write);
}
