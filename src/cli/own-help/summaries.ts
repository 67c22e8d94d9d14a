import { entriesOf } from '../../command/manifest.js';
import type { Rows } from './layout.js';

/** The commands of a manifest that are in the help, and what each is for. */
export function summaries(manifest: string): Rows {
  return entriesOf(manifest).flatMap(({ name, summary, hidden }) => (hidden ? [] : [[name, summary] as const]));
}
