/** What must not be seen in a dump of an exchange, and what is shown in its place. */

import { createHash } from 'node:crypto';
import { mayLoseNumbers } from '../core/exact-number.js';
import { isTooDeep } from '../core/nesting.js';
import { HIDDEN, type Secrets } from '../core/secrets.js';
import { isRecord } from '../lib/read.js';
import { isTokenId, kindOf, secretsIn } from './secret-names.js';
import { showUrl } from './url.js';

/** In place of a token: the same token always shows the same, so that exchanges can be told apart and matched. */
export function fingerprint(token: string): string {
  return `{SHA256}${createHash('sha256').update(token).digest('hex')}`;
}

/** JSON nested deeper than this is hidden, not searched. */
const DEEPEST = 64;

/** What is a secret by its name is hidden wherever else it turns up: call it before anything of the message is shown. */
export function learnFromHeaders(headers: Readonly<Record<string, string>>, secrets: Secrets): void {
  for (const [name, value] of Object.entries(headers)) {
    const kind = kindOf(name);
    if (kind === 'token' || kind === 'secret') secrets.learn(value);
  }
}

/** The value of a header, as it may be shown. */
export function redactHeader(name: string, value: string, secrets: Secrets): string {
  const lower = name.toLowerCase();
  if (lower === 'authorization' || lower === 'proxy-authorization') {
    const [scheme = '', credentials = ''] = value.split(/ (.*)/s);
    if (credentials === '') return HIDDEN;
    return `${scheme} ${scheme.toLowerCase() === 'bearer' ? fingerprint(credentials) : HIDDEN}`;
  }
  const kind = kindOf(lower);
  if (kind === 'token') return fingerprint(value);
  if (kind !== 'plain' || lower === 'set-cookie') return HIDDEN;
  return redactText(value, secrets);
}

/**
 * A text of JSON without what must not be seen, at any depth; shape and numbers stay as they are. Undefined for what is no
 * JSON.
 */
export function redactJsonText(text: string, secrets: Secrets, depth = 0): string | undefined {
  const keepsNumbers = mayLoseNumbers(text) && !text.includes('\\u0001');
  const value = parsed(keepsNumbers ? quoteNumbers(text) : text);
  if (value === undefined) return undefined;
  for (const secret of secretsIn(value)) secrets.learn(secret.replace(MARK, ''));
  const shown = JSON.stringify(redactValue(value, secrets, '', depth));
  return keepsNumbers ? unquoteNumbers(shown) : shown;
}

/** Stands before numbers that are kept as texts: no JSON holds it otherwise. */
const MARK = '\u0001';
const MARKED = /^\u0001[-+.\deE]+$/;

const quoteNumbers = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (found) =>
    found.startsWith('"') ? found : `"\\u0001${found}"`,
  );

const unquoteNumbers = (text: string): string => text.replace(/"\\u0001([^"]*)"/g, '$1');

function redactValue(value: unknown, secrets: Secrets, parent: string, depth: number): unknown {
  if (depth > DEEPEST) return HIDDEN;
  if (typeof value === 'number') return redactNumber(value, secrets);
  if (typeof value === 'string')
    return MARKED.test(value) ? redactMarked(value, secrets) : redactText(value, secrets, depth);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, secrets, parent, depth + 1));
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, inner] of Object.entries(value)) {
    result[redactText(name, secrets, depth)] = redactMember(name, inner, secrets, parent, depth);
  }
  return result;
}

/** A passcode, or a password that is one, as a number of JSON. */
const redactNumber = (value: number, secrets: Secrets): unknown =>
  secrets.hide(String(value)) === String(value) ? value : HIDDEN;

const redactMarked = (text: string, secrets: Secrets): string => {
  const number = text.slice(MARK.length);
  return secrets.hide(number) === number ? text : HIDDEN;
};

function redactMember(name: string, value: unknown, secrets: Secrets, parent: string, depth: number): unknown {
  const isContainer = typeof value === 'object' && value !== null;
  if (isTokenId(name, parent)) return typeof value === 'string' ? fingerprint(value) : HIDDEN;
  // `{"personality": [{"path", "contents"}]}`: files for a new server, keys and passwords among them.
  if (name === 'contents' && /^personality$/i.test(parent)) return HIDDEN;
  // The access key of an account of the EC2 API; in v2.0 answers `access` holds the whole login.
  if (name === 'access' && typeof value === 'string') return HIDDEN;
  const kind = kindOf(name);
  if (value === null || typeof value === 'boolean') return value;
  if (kind === 'token') {
    if (typeof value === 'string') return fingerprint(value);
    return isContainer ? redactValue(value, secrets, name, depth + 1) : HIDDEN;
  }
  if (kind !== 'plain') return isForm(name, value) ? redactValue(value, secrets, name, depth + 1) : HIDDEN;
  return redactValue(value, secrets, name, depth + 1);
}

/**
 * Objects that the API names after the secret in them: `passwordCredentials`, lists of credentials, and v3's
 * `{"password": {"user": {…, "password"}}}`. Their ids and names may be seen; what is secret has a name of its own.
 */
function isForm(name: string, value: unknown): boolean {
  if (/credentials?$/i.test(name)) return Array.isArray(value) ? value.every(isRecord) : isRecord(value);
  return name === 'password' && isRecord(value) && isRecord(value.user) && Object.keys(value).length === 1;
}

/** Fernet tokens and the old PKI tokens are known by their looks. */
const TOKEN_LOOKS = /\bgAAAAA[\w-]{40,}={0,2}|\bMII[A-Za-z0-9+/\-_]{200,}={0,2}/g;
const USER_IN_URL = /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s/?#@:]{0,200}):[^\s/?#@]{0,1000}@/gi;
// Nova's newer console URLs hold their token in a query within a query: `?path=%3Ftoken%3D…`.
const QUERY_IN_TEXT =
  /((?:[?&;]|%3F|%26)[\w.-]{0,80}(?:token|sig|signature|password|passwd|secret)(?:=|%3D))[^&#;\s"'<>]*/gi;
const ASSIGNED =
  /((?:password|passwd|pwd|passphrase|passcode|adminpass|secret|token|private_key|user_data)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s,;&<>"'}\]]+)/gi;

/** `Your new password is hunter22` */
const SAID = /(\b(?:password|passwd|pwd|passphrase|passcode)\s{1,9}(?:is|was)(?:\s{0,9}:)?\s{1,9})[^\s,;&<>"']+/gi;

/** Text of any kind: known secrets, tokens by their looks, passwords in URLs and after a word that announces them. */
export function redactText(text: string, secrets: Secrets, depth = 0): string {
  // JSON within JSON, as in faults and in the policies of credentials, however often it was wrapped.
  const shown = /^\s*[[{"]/.test(text) && depth <= DEEPEST ? redactJsonText(text, secrets, depth + 1) : undefined;
  if (shown !== undefined) {
    // Left as it was written only if that is all there is to it: a name that stands twice is parsed once.
    if (shown !== text.trim()) return shown;
  }
  return secrets
    .hide(text)
    .replace(TOKEN_LOOKS, (token) => fingerprint(token))
    .replace(USER_IN_URL, `$1:${HIDDEN}@`)
    .replace(QUERY_IN_TEXT, `$1${HIDDEN}`)
    .replace(ASSIGNED, `$1${HIDDEN}`)
    .replace(SAID, `$1${HIDDEN}`);
}

function parsed(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `/users/{id}/credentials/OS-EC2/{access key}` */
const EC2_IN_PATH = /(\/credentials\/OS-EC2\/)[^/?#]+/g;

/** A URL for a dump: without passwords, signatures and known secrets. */
export function redactUrl(url: string, secrets: Secrets): string {
  return redactText(showUrl(url), secrets).replace(EC2_IN_PATH, `$1${HIDDEN}`);
}
