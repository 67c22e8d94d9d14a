import { act } from '../../command/act.js';
import type { Columns } from '../../command/columns.js';
import type { Command, Translation, Until } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { list, show } from '../../command/define.js';
import { type Arguments, argument, type Options, restArguments, type Values } from '../../command/options.js';
import type { Field } from '../../core/view.js';
import type { Json } from '../../lib/read.js';
import { createOne, findOne, findWhole, getOne, pagesOf, type Resource, removeOne } from '../../services/resource.js';
import type { Query } from '../../session/session.js';
import { everyField } from './attributes.js';

interface ListOf<O extends Options> {
  readonly openstack: Translation;
  readonly options?: O;
  /** What the options ask of the server. */
  readonly query?: (options: Values<O>) => Query;
  readonly columns: Columns<Json, Values<O>>;
  readonly sortBy?: string;
}

/** A command that lists a resource. */
export function listOf<const O extends Options>(resource: Resource, spec: ListOf<O>): Command {
  const { query, ...rest } = spec;
  return list({
    ...rest,
    rows: ({ session, options }: Context<Values<O>, unknown>) => pagesOf(session, resource, query?.(options)),
  });
}

interface ShowOf {
  readonly openstack: Translation;
  /** Of the argument; left out: `Name or ID of <noun>.` */
  readonly help?: string;
  /** What is shown of it; left out: every field as it is. */
  readonly fields?: (item: Json) => readonly Field[];
}

/** A command that shows one of a resource, by name or id. */
export function showOf(resource: Resource, { fields = everyField, help, ...spec }: ShowOf): Command {
  const { noun } = resource;
  return show({
    ...spec,
    arguments: { target: argument(`<${noun}>`, help ?? `Name or ID of ${noun}.`) },
    fields: async ({ session, args }) => fields(await findWhole(session, resource, args.target)),
  });
}

interface CreateOf<O extends Options, A extends Arguments> {
  readonly openstack: Translation;
  readonly options?: O;
  readonly arguments?: A;
  /** The attributes of the new one, by the API's names. */
  readonly attributes: (context: Context<Values<O>, Values<A>>) => Json | Promise<Json>;
  readonly fields?: (item: Json) => readonly Field[];
  readonly until?: Until;
}

/** A command that creates one of a resource, and shows what the service made of it. */
export function createOf<const O extends Options, const A extends Arguments>(
  resource: Resource,
  { attributes, fields = everyField, until, ...spec }: CreateOf<O, A>,
): Command {
  const command = show({
    ...spec,
    fields: async (context: Context<Values<O>, Values<A>>) =>
      fields(await createOne(context.session, resource, await attributes(context))),
  });
  return { ...command, change: { creates: resource.noun, ...(until === undefined ? {} : { until }) } };
}

interface RemoveOf {
  readonly openstack: Translation;
  readonly accepted?: (given: string) => string;
  readonly refused?: string;
  readonly failedLine?: Parameters<typeof act>[0]['failedLine'];
}

/** A command that deletes some of a resource, by names or ids. */
export function removeOf(resource: Resource, spec: RemoveOf): Command {
  const { noun } = resource;
  return act({
    ...spec,
    refused: spec.refused ?? `Unable to delete the specified ${noun}(s).`,
    arguments: { targets: restArguments(`<${noun}>`, `Name or ID of ${noun}(s).`) },
    targets: ({ args }) => args.targets,
    find: ({ session }, given) => findOne(session, resource, given),
    whole: ({ session }, id) => getOne(session, resource, id),
    run: ({ session }, given) => removeOne(session, resource, given),
    destroys: noun,
    until: 'gone',
  });
}
