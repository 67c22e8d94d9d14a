/** The words of oslo_utils' bool_from_string (`strutils.py`), which services and clients read settings and options with. */
export const TRUE_WORDS: readonly string[] = ['1', 't', 'true', 'on', 'y', 'yes'];
export const FALSE_WORDS: readonly string[] = ['0', 'f', 'false', 'off', 'n', 'no'];

/** What such a word means, blanks around it and its case aside; undefined for a word that is neither. */
export function boolFromString(word: string): boolean | undefined {
  const bare = word.trim().toLowerCase();
  if (TRUE_WORDS.includes(bare)) return true;
  return FALSE_WORDS.includes(bare) ? false : undefined;
}
