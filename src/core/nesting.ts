/** How deep values of a server's may be nested: more than any API has, less than what overflows a stack. */
import { Failure } from './errors.js';

/** Levels of lists and objects in one another. */
export const DEEPEST = 500;

/** @param what nests, as the sentence begins: `The answer of http://…` */
export function tooDeep(what = 'A value that the server sent'): Failure {
  return new Failure(`${what} is nested more than ${DEEPEST} levels deep, which is more than is read`, {
    name: 'UnexpectedAnswer',
    hint: 'That is a fault of the server, or of what stands before it.',
  });
}

/** Lists and objects in JSON from which on their nesting is worth a look before parsing: a parser needs 50 bytes a level. */
const WORTH_A_LOOK = 256 * 1024;

/**
 * Would parsing this JSON take memory out of all proportion? What has few lists and objects costs next to no look, as it
 * cannot nest deeply enough for that; whoever prints a value of it counts the levels himself (`DEEPEST`). Brackets in
 * texts count as well, so what has many is looked at twice.
 */
export function isTooDeep(text: string): boolean {
  if (text.length < WORTH_A_LOOK || countOf(text, '{') + countOf(text, '[') < WORTH_A_LOOK) return false;
  return depthOf(text, false) > DEEPEST && depthOf(text, true) > DEEPEST;
}

/** How often a character is in a text, or `WORTH_A_LOOK` if that is more. The search for one is the engine's own. */
function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0 && count < WORTH_A_LOOK; at = text.indexOf(char, at + 1)) count += 1;
  return count;
}

/** The levels at the deepest place, or one more than `DEEPEST`. @param exactly pass over what stands in texts */
function depthOf(text: string, exactly: boolean): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= DEEPEST; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
    else if (code === 0x22 && exactly) at = endOfText(text, at);
  }
  return deepest;
}

/** Where the text of JSON that begins at a quotation mark ends. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at;
  }
  return text.length;
}
