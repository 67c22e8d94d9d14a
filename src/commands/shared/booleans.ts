import { UsageError } from '../../core/errors.js';

/**
 * The words that oslo's strict bool_from_string takes (oslo_utils strutils.py).
 * @returns undefined for a word that is none of them
 */
export function booleanOf(word: string): boolean | undefined {
  const lowered = word.trim().toLowerCase();
  if (['1', 't', 'true', 'on', 'y', 'yes'].includes(lowered)) return true;
  return ['0', 'f', 'false', 'off', 'n', 'no'].includes(lowered) ? false : undefined;
}

/** The same for an option whose argparse type is such a lambda. @throws UsageError for a word that is neither */
export function booleanOption(flag: string, word: string | undefined): boolean | undefined {
  const value = word === undefined ? undefined : booleanOf(word);
  if (word !== undefined && value === undefined) {
    throw new UsageError(`argument ${flag}: invalid <lambda> value: '${word}'`);
  }
  return value;
}
