import type { Command, Translation } from '../../command/command.js';
import { show } from '../../command/define.js';
import { type Argument, argument } from '../../command/options.js';
import type { Field } from '../../core/view.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { jsonText } from '../../lib/python/json-text.js';
import { pythonText } from '../../lib/python/repr.js';
import { isRecord, type Json } from '../../lib/read.js';
import { findItem, resolving } from '../../services/find.js';
import { finderOf, getOne, type Resource } from '../../services/resource.js';
import type { Query, Session } from '../../session/session.js';
import { commonOptions } from './neutron-options.js';

interface NeutronShow {
  readonly openstack: Translation;
  /** May it only be named by its id? */
  readonly byId?: boolean;
  /** As the usage line has it, where that is not the resource's noun in capitals. */
  readonly placeholder?: string;
  /** As the help calls it, where that is not the resource's noun. */
  readonly called?: string;
  /** Arguments behind it, and where it is then. */
  readonly arguments?: Readonly<Record<string, Argument<string>>>;
  readonly within?: (session: Session, args: Readonly<Record<string, string>>) => Promise<Resource>;
  /** Blanks by which objects in a table are indented; left out: they are on one line. */
  readonly indent?: number;
  /** They were on one line in quantumclient 2.2. */
  readonly isIndentedLater?: true;
  /** What is shown of it; left out: as it is. `forTable`: the texts of some fields in a table. */
  readonly shown?: (item: Json) => Json;
  readonly texts?: (item: Json) => Readonly<Record<string, string>>;
  /** What is asked about the one that was found; left out: the thing itself. */
  readonly ask?: (session: Session, id: string, query: Query) => Promise<Json>;
}

/** One thing as neutronclient's ShowCommand shows it (`neutron/v2_0/__init__.py`). */
export function neutronShow(resource: Resource, spec: NeutronShow): Command {
  const { noun } = resource;
  const { called = noun, byId = false, placeholder = noun.toUpperCase() } = spec;
  const help = `${byId ? 'ID' : 'ID or name'} of ${called} to look up.`;
  return show({
    openstack: spec.openstack,
    options: commonOptions,
    arguments: { target: argument(placeholder, help), ...spec.arguments } as { target: Argument<string> },
    fields: async ({ session, args, options, warn }) => {
      const { field, showDetails, filters } = options;
      if (filters.length > 0) warn(`Ignored, as neutron does: ${filters.join(' ')}`);
      const query: Query = field.length > 0 ? { fields: field } : showDetails ? { verbose: 'True' } : {};
      const place = (await spec.within?.(session, args as never)) ?? resource;
      const item = await found(session, place, args.target, query, spec);
      const fields = fieldsOf(spec.shown?.(item) ?? item, spec.texts?.(item) ?? {}, spec.indent);
      return spec.isIndentedLater ? fields.map((one) => ({ ...one, isLaterText: true })) : fields;
    },
  });
}

async function found(
  session: Session,
  place: Resource,
  given: string,
  query: Query,
  { byId, ask }: NeutronShow,
): Promise<Json> {
  if (byId) return getOne(session, place, given, query);
  if (ask === undefined) {
    return findItem({ ...finderOf(resolving(session), place), get: (id) => getOne(session, place, id, query) }, given);
  }
  const { id } = await findItem(finderOf(resolving(session), place), given);
  return ask(session, String(id), query);
}

/** The fields of a thing by name. */
export function fieldsOf(item: Json, texts: Readonly<Record<string, string>> = {}, indent?: number): readonly Field[] {
  return Object.entries(item)
    .toSorted(([one], [other]) => compareCodePoints(one, other))
    .map(([name, value]) => {
      const text = texts[name] ?? (indent === undefined ? undefined : indented(value, indent));
      return { name, value, ...(text === undefined ? {} : { text }) };
    });
}

/** Objects as Python's json.dumps indents them, in a list one after the other. */
function indented(value: unknown, indent: number): string | undefined {
  const dump = (one: unknown): string =>
    jsonText(one, { ascii: true, indented: true }).replace(/^ +/gm, (blanks) =>
      ' '.repeat((blanks.length / 2) * indent),
    );
  if (Array.isArray(value)) return value.map((one) => (isRecord(one) ? dump(one) : pythonText(one))).join('\n');
  return isRecord(value) ? dump(value) : undefined;
}
