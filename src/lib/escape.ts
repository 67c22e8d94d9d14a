/**
 * Characters that a terminal would obey, or that hide in a name: C0, DEL, C1, separators and marks that turn the
 * direction of text, zero-width characters, invisible tags, and halves of surrogate pairs, which UTF-8 cannot carry.
 */
const HIDDEN =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
const HIDDEN_BUT_NEWLINE = new RegExp(HIDDEN.source.replace('\\x00-\\x1f', '\\x00-\\x09\\x0b-\\x1f'), 'gu');
const HIDDEN_BUT_LAYOUT = new RegExp(HIDDEN.source.replace('\\x00-\\x1f', '\\x00-\\x08\\x0b-\\x1f'), 'gu');

/** One line of text for people: everything hidden, newlines too, becomes a visible escape such as `\x1b`. */
export function visibleLine(text: string): string {
  return text.replace(HIDDEN, visibleChar);
}

/** As visibleLine, but newlines stay, where the layout makes lines of them. */
export function visibleLines(text: string): string {
  return text.replace(HIDDEN_BUT_NEWLINE, visibleChar);
}

/** Whole texts, such as a console log: newlines and tabs stay, and a carriage return before a newline goes. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HIDDEN_BUT_LAYOUT, visibleChar);
}

const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function visibleChar(char: string): string {
  const short = SHORT[char];
  if (short !== undefined) return short;
  const point = char.codePointAt(0) ?? 0;
  if (point <= 0xff) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point <= 0xffff) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\U${point.toString(16).padStart(8, '0')}`;
}
