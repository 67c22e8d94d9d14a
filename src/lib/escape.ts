/**
 * Characters that a terminal would obey, or that hide in a name: C0, DEL, C1, separators and marks that turn the
 * direction of text, zero-width characters, invisible tags, and halves of surrogate pairs, which UTF-8 cannot carry.
 */
const TERMINAL_UNSAFE = String.raw`\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}`;

/** All of them, or but for newlines, or but for what lays a text out. Patterns this large are made when they are needed. */
type Kind = 'all' | 'but newlines' | 'but layout';
const CONTROLS: Readonly<Record<Kind, string>> = {
  all: String.raw`\x00-\x1f`,
  'but newlines': String.raw`\x00-\x09\x0b-\x1f`,
  'but layout': String.raw`\x00-\x08\x0b-\x1f`,
};
const made = new Map<Kind, RegExp>();

function hidden(kind: Kind): RegExp {
  const known = made.get(kind) ?? new RegExp(`[${CONTROLS[kind]}${TERMINAL_UNSAFE}]`, 'gu');
  made.set(kind, known);
  return known;
}

/** One line of text for people: everything hidden, newlines too, becomes a visible escape such as `\x1b`. */
export function visibleLine(text: string): string {
  return text.replace(hidden('all'), visibleChar);
}

/** As visibleLine, but newlines stay, where the layout makes lines of them. */
export function visibleLines(text: string): string {
  return text.replace(hidden('but newlines'), visibleChar);
}

/** Whole texts, such as a console log: newlines and tabs stay, and a carriage return before a newline goes. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(hidden('but layout'), visibleChar);
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
