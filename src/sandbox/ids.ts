import { createHash } from 'node:crypto';

/** 32 hexadecimal digits that depend on nothing but the words: the ids of a seeded world are the same in every run. */
export function hexId(...words: readonly (string | number)[]): string {
  return createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, 32);
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
