import { entriesOf } from '../../command/manifest.js';
import type { Rows } from './layout.js';

/**
 * The commands of a manifest that are in the help, and what each is for; where all of them are other programs' commands
 * in other words, which command that is.
 */
export function summaries(manifest: string): Rows {
  const own = entriesOf(manifest).flatMap(({ name, summary, hidden }) => (hidden ? [] : [[name, summary] as const]));
  return own.length > 0 ? own : meanings(manifest);
}

/** Of several commands with the same words the first is meant. */
function meanings(manifest: string): Rows {
  const all = new Map<string, string>();
  for (const line of manifest.split('\n')) {
    const [words = '', verb] = line.split(' = ');
    if (verb !== undefined && !all.has(words)) all.set(words, verb);
  }
  return [...all];
}
