import { Failure } from '../core/errors.js';

/** Names of query values that open something: temporary URLs of Swift, consoles of Nova, tokens in any spelling. */
const SECRET_QUERY = /(token|sig|signature|password|passwd|secret|key)$/i;

/**
 * A URL for people: without a password, and without query values that give access (console tokens, signatures of
 * temporary URLs). Of text that is not a URL, what stands before the last `@` is hidden: a password with a slash in it
 * is a usual reason why it is none.
 */
export function showUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return showQuery(withoutUser(url));
  const isPlain = parsed.username === '' && parsed.password === '' && parsed.search === '';
  // Otherwise as the parser writes it, which leaves no control character and no deceptive letter in it.
  if (isPlain && /^[!-~]*$/.test(url)) return url;
  const user = parsed.username === '' && parsed.password === '' ? '' : `${parsed.username}:***@`;
  return `${parsed.protocol}//${user}${parsed.host}${parsed.pathname}${showQuery(parsed.search)}${parsed.hash}`;
}

function withoutUser(text: string): string {
  const start = text.indexOf('//');
  const end = text.lastIndexOf('@');
  return start >= 0 && end > start ? `${text.slice(0, start)}//***@${text.slice(end + 1)}` : text;
}

function showQuery(search: string): string {
  return search.replace(/([?&;])([^=?&;]*)=([^&;]*)/g, (whole, separator: string, name: string) =>
    SECRET_QUERY.test(name) && !/^sort_?key$/i.test(name) ? `${separator}${name}=***` : whole,
  );
}

/** The parsed URL of a request. Rejects what is not an absolute http or https URL. */
export function parseUrl(url: string): URL {
  if (!URL.canParse(url)) {
    throw new Failure(`Invalid URL '${showUrl(url)}'`, {
      name: 'UnknownConnectionError',
      hint: 'A URL looks like http://controller:5000/v3.',
    });
  }
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new Failure(`Unsupported scheme '${parsed.protocol.slice(0, -1)}' in the URL '${showUrl(url)}'`, {
      name: 'UnknownConnectionError',
      hint: 'OpenStack services are reached by http:// or https://.',
    });
  }
  return parsed;
}
