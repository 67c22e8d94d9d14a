import { act } from '../../command/act.js';
import type { Columns } from '../../command/columns.js';
import type { Command, Translation, Until } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { list, show } from '../../command/define.js';
import { type Arguments, argument, type Options, restArguments, type Values } from '../../command/options.js';
import type { Field } from '../../core/view.js';
import type { Json } from '../../lib/read.js';
import { createOne, findOne, findWhole, getOne, pagesOf, type Resource, removeOne } from '../../services/resource.js';
import type { Query, Session } from '../../session/session.js';
import { everyField } from './attributes.js';
import { showChange } from './show-changes.js';

interface ListOf<O extends Options> {
  readonly openstack: Translation;
  readonly apiVersion?: string;
  readonly options?: O;
  /** What the options ask of the server. */
  readonly query?: (options: Values<O>) => Query;
  /** Where the options say that the list is, if not where the resource has it. */
  readonly detail?: (options: Values<O>) => string | undefined;
  readonly columns: Columns<Json, Values<O>>;
  readonly sortBy?: string;
}

/** A command that lists a resource. */
export function listOf<const O extends Options>(resource: Resource, spec: ListOf<O>): Command {
  const { query, detail, ...rest } = spec;
  return list({
    ...rest,
    rows: ({ session, options }: Context<Values<O>, unknown>) => {
      const elsewhere = detail?.(options);
      const place = elsewhere === undefined ? resource : { ...resource, detail: elsewhere };
      return pagesOf(session, place, query?.(options));
    },
  });
}

interface ShowOf {
  readonly openstack: Translation;
  readonly apiVersion?: string;
  /** Of the argument; left out: `<noun>` and `Name or ID of <noun>.` */
  readonly placeholder?: string;
  readonly help?: string;
  readonly titles?: readonly [string, string];
  /** How the one of a name or id is found; left out: as the resource says. */
  readonly find?: (session: Session, resource: Resource, given: string) => Promise<Json>;
  /** What is shown of it; left out: every field as it is. */
  readonly fields?: (item: Json, session: Session) => readonly Field[] | Promise<readonly Field[]>;
}

/** A command that shows one of a resource, by name or id. */
export function showOf(resource: Resource, { placeholder, help, ...spec }: ShowOf): Command {
  const { fields = everyField, find = findWhole, ...others } = spec;
  const { noun } = resource;
  const about = help ?? `Name or ID of ${noun.replaceAll('_', ' ')}.`;
  return show({
    ...others,
    arguments: { target: argument(placeholder ?? `<${noun}>`, about) },
    fields: async ({ session, args }) => fields(await find(session, resource, args.target), session),
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
  { attributes, fields = everyField, ...spec }: CreateOf<O, A>,
): Command {
  return showChange<O, A>({
    ...spec,
    run: async (context) => createOne(context.session, resource, await attributes(context)),
    fields,
    creates: resource.noun,
  });
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
