import type { HttpRequest } from './transport.js';

/** Shorter passwords are words that a message may hold for other reasons. */
const SHORTEST = 8;
const IN_BODY = /"(?:password|secret|passcode|adminPass)"\s*:\s*"((?:[^"\\]|\\.)+)"/g;

/** What a server says of a request, without the secrets that were in the request: some quote what they do not like. */
export function redactEcho(said: string, { headers, body = '' }: HttpRequest): string {
  const token = headers['x-auth-token'];
  const secrets = [...body.matchAll(IN_BODY)].flatMap(([, escaped = '']) => [escaped, unescaped(escaped)]);
  return [...(token === undefined ? [] : [token]), ...secrets]
    .filter((secret) => secret.length >= SHORTEST)
    .reduce((text, secret) => text.replaceAll(secret, '***'), said);
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
