import { UsageError } from '../../core/errors.js';
import { boolFromString } from '../../lib/python/bool-from-string.js';

/** A word for an option whose argparse type is a lambda of oslo's strict bool_from_string. @throws UsageError for a word that is neither */
export function booleanOption(flag: string, word: string | undefined): boolean | undefined {
  const value = word === undefined ? undefined : boolFromString(word);
  if (word !== undefined && value === undefined) {
    throw new UsageError(`argument ${flag}: invalid <lambda> value: '${word}'`);
  }
  return value;
}
