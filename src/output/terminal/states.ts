import type { Tone } from './glyphs.js';

/** Columns and fields that hold states, by the end of their names: `Status`, `OS-EXT-STS:vm_state`, `Task State`. */
const STATES = /(?:^|[\s_:-])(?:status|state)$/i;
/** Those in which any word means that something is being done. */
const TASKS = /(?:^|[\s_:-])task[\s_]state$/i;
/** `:-)` and `xxx`, as agents and services have them. */
const FACES = /^(?:alive|state)$/i;

const GOOD =
  /^(?:active|up|enabled|available|running|online|in-use|ok|success|finished|completed?|build_ok|accepted)$/i;
const BAD = /^(?:error\w*|down|failed|failure|crashed|offline|killed|deactivated|xxx|unknown|degraded)$/i;
const NOTHING = /^(?:-|none|null|n\/a|nostate|)$/i;

/** What a word means in a column or field of this name; undefined where it is no state, or nothing is known of it. */
export function toneOf(title: string, text: string): Tone | undefined {
  if (FACES.test(title) && text === ':-)') return 'good';
  if (/^xxx$/i.test(text) && (FACES.test(title) || STATES.test(title))) return 'bad';
  if (!STATES.test(title) || NOTHING.test(text)) return undefined;
  if (BAD.test(text)) return 'bad';
  if (TASKS.test(title)) return 'between';
  if (GOOD.test(text)) return 'good';
  return /^[a-z][a-z_ -]*$/i.test(text) ? 'between' : undefined;
}

/** Do texts in a column or field of this name stay on one line? */
export const isState = (title: string): boolean => STATES.test(title) || FACES.test(title);
