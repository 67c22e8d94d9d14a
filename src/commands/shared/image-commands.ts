import type { Command, Translation } from '../../command/command.js';
import { list, show } from '../../command/define.js';
import { type Arguments, integer, type Values } from '../../command/options.js';
import type { Column, Field } from '../../core/view.js';
import type { Json } from '../../lib/read.js';
import { listOf } from '../../services/answer.js';
import { callOf, type Resource } from '../../services/resource.js';
import type { Session } from '../../session/session.js';
import { columns, fieldsOf } from './image-fields.js';

interface WholeListOf<A extends Arguments> {
  readonly openstack: Translation;
  readonly arguments: A;
  readonly of: (args: Values<A>) => Resource;
  readonly columns: readonly (string | Column<Json>)[];
}

/** A command that lists what comes in one answer, without pages. */
export const wholeListOf = <const A extends Arguments>(spec: WholeListOf<A>): Command =>
  list({
    openstack: spec.openstack,
    arguments: spec.arguments,
    rows: async function* ({ session, args }) {
      const resource = spec.of(args as Values<A>);
      yield await listOf(session, callOf(resource), resource.many);
    },
    columns: () => spec.columns.flatMap((one) => (typeof one === 'string' ? columns(one) : [one])),
  });

interface DefinitionOf<A extends Arguments> {
  readonly openstack: Translation;
  readonly arguments: A;
  readonly get: (session: Session, args: Values<A>) => Promise<Json>;
  /** What is shown of it; left out: every field. */
  readonly fields?: (item: Json) => readonly Field[];
}

/** `--max-column-width`; the peer folds at 80 columns. */
export const maxColumnWidth = integer('<integer>', 'The max column width of the printed table.');

/** A command that shows a metadata definition, folded at so many columns. */
export const definitionOf = <const A extends Arguments>({
  get,
  fields = fieldsOf,
  ...spec
}: DefinitionOf<A>): Command =>
  show({
    ...spec,
    options: { maxColumnWidth },
    fields: async ({ session, args }) => fields(await get(session, args as Values<A>)),
    wrap: (options) => options.maxColumnWidth || 80,
  });
