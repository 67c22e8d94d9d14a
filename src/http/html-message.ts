import { withoutTags } from '../lib/trim.js';

/** How much of a page is looked at. */
const HTML_LIMIT = 16 * 1024;
/** Characters of a server's message that are shown. */
const LONGEST_MESSAGE = 1000;

/** The sentence below the heading of an error page, or its title without the number. */
export function messageInHtml(html: string): string | undefined {
  const page = html
    .slice(0, HTML_LIMIT)
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ');
  const title = oneLine(plain(/<title[^>]*>([\s\S]*?)<\/title/i.exec(page)?.[1] ?? ''));
  const [, afterHeading] = /<\/h1\s*>([\s\S]*)/i.exec(page) ?? [];
  const sentence = oneLine(plain(afterHeading ?? ''));
  if (sentence !== '') return sentence;
  return title.replace(/^\d{3}\s*:?\s*/, '') || undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

const plain = (html: string): string =>
  withoutTags(html, /<[^>]*>/g, ' ').replace(
    /&(amp|lt|gt|quot|#39|nbsp);/g,
    (_, name: string) => ENTITIES[name] ?? ' ',
  );

/** A text of a server's in one line, and not a long one. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, LONGEST_MESSAGE * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 1)}…` : line;
}
