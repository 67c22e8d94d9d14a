import { choiceArgument, restArguments } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { pythonRepr } from '../../lib/python/repr.js';

/** Words `key=value`, or the key alone, whose value is null then (novaclient v2/shell.py, _extract_metadata). */
export function keysAndValues(words: readonly string[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}

/**
 * Words that all have to be `key=value` (novaclient v2/shell.py, _meta_parsing).
 * @throws Failure that shows all of them, as Python does a list
 */
export function pairsOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      if (at < 0) {
        throw new Failure(`'${pythonRepr(words)}' is not in the format of 'key=value'`, { name: 'ArgumentTypeError' });
      }
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}

/** `set` or `delete`, and what. @param stop how the help ends */
export const setOrDelete = (stop: '.' | '') => ({
  action: choiceArgument('<action>', ['set', 'delete'], `Actions: 'set' or 'delete'${stop}`),
  metadata: restArguments('<key=value>', `Metadata to set or delete (only key is necessary on delete)${stop}`),
});
