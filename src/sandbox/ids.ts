import { createHash } from 'node:crypto';

/** Ids that were asked for before: a process that makes many worlds makes the same ones again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** 32 hexadecimal digits that depend on nothing but the words: the ids of a seeded world are the same in every run. */
export function hexId(...words: readonly (string | number)[]): string {
  const text = words.join('\u0000');
  const before = known.get(text);
  if (before !== undefined) return before;
  const id = createHash('sha256').update(text).digest('hex').slice(0, 32);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, id);
  return id;
}

/** The same as a UUID with the version and variant bits of a random one, which strict readers look at. */
export function uuid(...words: readonly (string | number)[]): string {
  const hex = hexId(...words);
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** An Ethernet address with OpenStack's own prefix (nova.conf and neutron.conf: base_mac, fa:16:3e). */
export function mac(...words: readonly (string | number)[]): string {
  const hex = hexId('mac', ...words);
  return `fa:16:3e:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`;
}
