/** The names under which the APIs have secrets, in headers and in JSON. */
import { isRecord } from '../lib/read.js';

const TOKEN_NAME = /token$/;
const TOKEN_ID_NAME = /(token|receipt|trust)id$/;
const SECRET_NAME =
  /(passwd|password|pwd|passphrase|passcode|secret|secrets|credentials|credential|blob|userdata|cookie|authorization|signature|receipt)$|^(private|secret|access|api)key$|^(admin|user|root|db|os)?(pass|pw)$|^authenticationinfo$/;
const KEY_NAME = /[-_](key|psk|pass)$|[a-z]Key$/;
const HARMLESS_KEY_NAME = /^(public|sort|primary|foreign|partition|image|host|routing|unique|index)[-_]?key$/i;

/** How a name treats its value; a `key` may be one that opens something, and may be a word. */
export function kindOf(name: string): 'token' | 'secret' | 'key' | 'plain' {
  const local = name.slice(name.lastIndexOf(':') + 1);
  const squeezed = local.toLowerCase().replace(/[-_. ]/g, '');
  if (TOKEN_NAME.test(squeezed) || TOKEN_ID_NAME.test(squeezed)) return 'token';
  if (SECRET_NAME.test(squeezed)) return 'secret';
  return KEY_NAME.test(local) && !HARMLESS_KEY_NAME.test(local) ? 'key' : 'plain';
}

/**
 * Is the member the id of what `parent` names, and as good as that? `{"token": {"id": …}}` in v2.0 answers and in the
 * bodies of both versions that log in with a token, `{"OS-TRUST:trust": {"id": …}}` in those of v3.
 */
export const isTokenId = (name: string, parent: string): boolean => name === 'id' && /(tokens?|:trust)$/i.test(parent);

/** JSON nested deeper than this is not searched. */
const DEEPEST = 64;

/** The texts, and numbers as such, in a value of JSON that stand under the name of a secret. */
export function* secretsIn(value: unknown, parent = '', depth = 0): Generator<string> {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const kind = isRecord(value) ? kindOf(name) : 'plain';
    if (typeof inner === 'object') yield* secretsIn(inner, isRecord(value) ? name : parent, depth + 1);
    else if (typeof inner === 'boolean') continue;
    else if (kind === 'token' || kind === 'secret' || isTokenId(name, parent)) yield String(inner);
  }
}
