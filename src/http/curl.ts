import { type Secrets, secretRegistry } from '../core/secrets.js';
import { OBEYED, quote } from '../lib/shell.js';
import { learnFromHeaders, redactHeader, redactJsonText, redactText, redactUrl } from './redact.js';
import type { HttpRequest } from './transport.js';

export interface CurlOptions {
  readonly insecure?: boolean;
  readonly cacert?: string;
  readonly secrets: Secrets;
}

/**
 * The request as a command that answers with the body alone, its token taken from `$OS_TOKEN`. What only a program has
 * to say of itself is left out.
 */
export function curlCommand(request: HttpRequest, options: Omit<CurlOptions, 'secrets'>): string {
  const { 'user-agent': _agent, 'x-auth-token': token, ...headers } = request.headers;
  const line = curlLine({ ...request, headers }, { ...options, secrets: secretRegistry() });
  const plain = line.replace(/^curl -g -i/, 'curl -g -s');
  return token === undefined ? plain : `${plain} -H "X-Auth-Token: ${token}"`;
}

/**
 * The request as one line for a POSIX shell, in keystoneauth's order (`session.py`, `_http_log_request`): headers
 * sorted, secrets hidden. With the token put back in, pasting it repeats the request.
 */
export function curlLine(request: HttpRequest, options: CurlOptions): string {
  const { secrets } = options;
  learnFromHeaders(request.headers, secrets);
  const body = request.body === undefined ? [] : bodyWords(request.body, secrets);
  const words = ['curl', '-g', '-i'];
  if (options.insecure) words.push('--insecure');
  else if (options.cacert !== undefined) words.push('--cacert', quote(options.cacert));
  // `curl -X HEAD` would wait for a body that never comes.
  if (request.method === 'HEAD') words.push('-I');
  else words.push('-X', request.method);
  words.push(quote(redactUrl(request.url, secrets)));
  for (const name of Object.keys(request.headers).sort()) {
    words.push('-H', quote(`${titled(name)}: ${redactHeader(name, request.headers[name] ?? '', secrets)}`));
  }
  return [...words, ...body].join(' ');
}

function bodyWords(body: string, secrets: Secrets): readonly string[] {
  const shown = redactedBody(body, secrets);
  // A leading @ would make curl look for a file.
  return [shown.startsWith('@') ? '--data-raw' : '-d', quote(shown)];
}

/** JSON with its secrets hidden, other text likewise; what a terminal would obey is escaped in either. */
export function redactedBody(body: string, secrets: Secrets): string {
  return redactJsonText(body, secrets)?.replace(OBEYED, unicodeEscape) ?? redactText(body, secrets);
}

const unicodeEscape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `x-auth-token` as `X-Auth-Token`: what a reader knows from documents; servers do not care. */
const titled = (name: string): string => name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());
