import type { Query } from './session.js';

/**
 * The query with its question mark, or nothing: sorted by name, without undefined and, unless they are kept, empty values, a list as one pair
 * each, encoded as python's `urlencode` does for novaclient (`utils.py` prepare_query_string).
 */
export function searchOf(query: Query | undefined, keepsEmpty = false): string {
  const pairs = Object.entries(query ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => {
      const values = typeof value === 'object' ? value : [value];
      return values
        .filter((one) => one !== undefined && (keepsEmpty || one !== ''))
        .map((one) => `${encode(name)}=${encode(String(one))}`);
    });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encode(text: string): string {
  // Half a surrogate pair cannot be encoded; by way of bytes it becomes U+FFFD.
  return encodeURIComponent(Buffer.from(text).toString())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
