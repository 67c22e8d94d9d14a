import { list } from '../../command/define.js';
import { anyWords } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import {
  type Field,
  fieldNames,
  findField,
  findOwnField,
  findResource,
  ownFields,
  resourceNames,
  resources,
} from '../../explain/index.js';
import { nearest } from '../../lib/nearest.js';
import { wrap } from '../../lib/python/textwrap.js';

export const about = { summary: 'Say what a field of a list or a show means: server.status.' };

interface Row extends Field {
  readonly of: string;
}

/** `server status`, `volume type` and `volume type name` are asked for, too. */
function asked(words: readonly string[]): string {
  const all = words.join('-');
  const split = words.length - 1;
  if (words.length === 1 || findResource(all) !== undefined) return all;
  return `${words.slice(0, split).join('-')}.${words[split]}`;
}

/** What was asked for, or everything that can be. */
function rowsOf(asked: string | undefined): readonly Row[] {
  if (asked === undefined) {
    return resources.map(({ name, printedBy }) => ({
      of: name,
      name: '',
      titles: [],
      meaning: `What ${printedBy.join(', ')} ${printedBy.length === 1 ? 'prints' : 'print'}.`,
    }));
  }
  const dot = asked.indexOf('.');
  const thing = dot < 0 ? asked : asked.slice(0, dot);
  const resource = findResource(thing);
  if (resource === undefined) {
    const owner = dot < 0 ? resources.find((one) => findOwnField(one, thing) !== undefined) : undefined;
    const meant = owner === undefined ? nearest(thing, resourceNames()) : `${owner.name}.${thing}`;
    throw unknown(`Nothing is called '${thing}'.`, meant);
  }
  const of = resource.name;
  if (dot < 0) return ownFields(resource).map((field) => ({ of, ...field }));
  const name = asked.slice(dot + 1);
  const field = findField(resource, name);
  if (field !== undefined) return [{ of, ...field }];
  const meant = nearest(name, fieldNames(resource));
  throw unknown(`A ${of} has no field '${name}'.`, meant === undefined ? undefined : `${thing}.${meant}`, thing);
}

const unknown = (sentence: string, meant: string | undefined, thing?: string): Failure =>
  new Failure(
    sentence,
    {
      hint:
        meant === undefined
          ? `'stackline explain${thing === undefined ? '' : ` ${thing}`}' lists what there is.`
          : `Did you mean 'stackline explain ${meant}'?`,
    },
    'usage',
  );

export default list({
  login: false,
  runsWithoutSettings: true,
  arguments: {
    what: anyWords('<thing.field>', 'A thing, or one of its fields: server, server.status; left out: all things.'),
  },
  rows: async function* ({ args }) {
    yield rowsOf(args.what.length === 0 ? undefined : asked(args.what));
  },
  columns: {
    field: { title: 'Field', value: ({ of, name }) => (name === '' ? of : `${of}.${name}`) },
    column: { title: 'Column', value: ({ titles }) => titles.join(', ') },
    since: { title: 'Since', value: ({ since }) => since ?? '' },
    meaning: { title: 'Meaning', value: ({ meaning }) => meaning, text: ({ meaning }) => wrap(meaning, 72).join('\n') },
  },
  sortBy: false,
});
