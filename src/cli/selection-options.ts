import { flag, integer, many, type Options, text, type Values } from '../command/options.js';
import type { Globals } from './globals.js';
import { isUnknown } from './grammar.js';

/**
 * Options of all commands that say which rows and columns are wanted. They are few lines' affair, so that they are only
 * known to a line in which one of them may be: the others need not carry them.
 */
const options = () =>
  ({
    addColumn: many('<column>', 'Also this column, or any field of the API (repeatable, or several with commas).', {
      short: 'C',
    }),
    where: text('<condition>', "Only rows for which this is true: 'status=ERROR and host=compute0* and created<7d'.", {
      shows: ['list'],
    }),
    maxItems: integer('<n>', 'So many rows at most.', { aliases: ['limit'], shows: ['list'] }),
    query: text('<expression>', "What this JMESPath expression makes of the API's own objects.", {
      formats: ['json', 'ndjson'],
    }),
    raw: flag("The API's own objects.", { formats: ['json', 'ndjson'] }),
  }) as const satisfies Options;

export type SelectionValues = Partial<Values<ReturnType<typeof options>>>;

/**
 * The options for a command. One that takes whatever nobody knows for a filter takes `--limit` for one, too, as its
 * client does, unless another of these options is there, which that client has not.
 */
export function selectionOptions(own: Options, words: readonly string[] = []): Options {
  const all = options();
  const isOurs = words.some((word) => /^(?:-C|--(?:where|query|raw|add-column))/.test(word));
  if (isOurs || !Object.values(own).some(isUnknown)) return all;
  const { aliases: _, ...maxItems } = all.maxItems;
  return { ...all, maxItems };
}

/** The API's own objects are JSON, unless another format is asked for. */
export const withFormat = (globals: Globals): Globals =>
  globals.raw || globals.query !== undefined ? { ...globals, format: globals.format ?? 'json' } : globals;
