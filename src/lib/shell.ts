/** What JSON may hold unescaped although terminals obey it, or show it as something else. */
export const OBEYED = /[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * One word for a POSIX shell, without a line break in it: text with control characters goes through `printf %b`. (What
 * a shell loses on that way are line breaks at the very end; nothing that is sent to OpenStack has any.)
 */
export function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replace(UNPRINTABLE, octalEscape);
  return text.search(UNPRINTABLE) >= 0 ? `"$(printf '%b' ${single(escaped)})"` : single(text);
}

const UNPRINTABLE = new RegExp(`[\\x00-\\x1f]|${OBEYED.source}`, 'g');

const single = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const octalEscape = (char: string): string =>
  [...Buffer.from(char, 'utf8')].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('');

/** The same, without quotes around what needs none. */
export function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : quote(text);
}
