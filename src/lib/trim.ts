/**
 * A text without what stands at its end: `[chars]+$` in one pass, where a pattern would look for the end from each of
 * them anew.
 * @param chars the characters that are taken away
 */
export function trimEndOf(text: string, chars: string): string {
  let end = text.length;
  while (end > 0 && chars.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The same at both ends. */
export function trimOf(text: string, chars: string): string {
  let start = 0;
  while (start < text.length && chars.includes(text.charAt(start))) start += 1;
  return trimEndOf(text.slice(start), chars);
}

/**
 * A text without its tags, each replaced. What has no end is no tag: it is not looked at, since each of its beginnings
 * would look for it.
 * @param tag global
 */
export function withoutTags(text: string, tag: RegExp, instead: string): string {
  const end = text.lastIndexOf('>') + 1;
  return text.slice(0, end).replace(tag, instead) + text.slice(end);
}
