import type { Refusal } from '../core/api-error-words.js';
import { withoutTags } from '../lib/trim.js';

/** How python-glanceclient words a refusal of the image service (`exc.py` from_response, `shell.py` main). */
export function sentenceOf({ status, message, text }: Refusal): string {
  if (status === 401) return 'Invalid OpenStack Identity credentials.';
  if (status === 300) {
    return 'HTTPMultipleChoices (HTTP 300) Requested version of OpenStack Images API is not available.';
  }
  return `HTTP ${detailsOf(text.trim()) || message}`;
}

function detailsOf(body: string): string {
  if (body.startsWith('{')) return detailsInJson(body);
  if (body.startsWith('<')) return joined(body.split(/\r?\n/));
  return body.replaceAll('\n\n', '\n');
}

/**
 * The client asks for any format and gets the web page that WebOb writes: `<title>`, `<h1>` and the explanation. We ask
 * for JSON, which holds the same, but for what a page escapes.
 */
function detailsInJson(body: string): string {
  try {
    const { code, message, ...nested } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    if (typeof message === 'string') {
      const lines = message.replaceAll(/<br ?\/?>/g, '').split(/\r?\n/);
      return joined([String(code ?? ''), ...lines.map(escapeHtml)]);
    }
    const inner = Object.values(nested).map((value) => (value as { message?: unknown } | null)?.message);
    return inner.filter((one) => typeof one === 'string').join('\n');
  } catch {
    return '';
  }
}

/** Lines without tags, none of them twice. */
function joined(lines: readonly string[]): string {
  const texts = lines.map((line) => withoutTags(line.trim(), /<.+?>/g, '')).filter((line) => line !== '');
  return [...new Set(texts)].join(': ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** As WebOb writes it in an ASCII page. */
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']|[^\0-\x7f]/gu, (char) => ENTITIES[char] ?? `&#${char.codePointAt(0)};`);
