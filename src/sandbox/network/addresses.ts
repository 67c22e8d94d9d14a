/** IPv4 networks as quantum counts in them. */

export function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The address of IPv4 that a number stands for. */
export function toAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

/** The first and the last address of `10.1.0.0/24`; `undefined` for what is no IPv4 network. */
export function rangeOfNetwork(cidr: string): { first: number; last: number } | undefined {
  const [, address = '', bits = ''] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(cidr) ?? [];
  if (address === '' || Number(bits) > 32 || address.split('.').some((part) => Number(part) > 255)) return undefined;
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(toNumber(address) / size) * size;
  return { first, last: first + size - 1 };
}

/** The lowest address of a subnet's pools that is not taken. */
export function freeAddress(pools: unknown, taken: ReadonlySet<string>): string | undefined {
  for (const pool of Array.isArray(pools) ? pools : []) {
    const { start, end } = pool as { start: string; end: string };
    for (let at = toNumber(start); at <= toNumber(end); at += 1) {
      const address = toAddress(at);
      if (!taken.has(address)) return address;
    }
  }
  return undefined;
}
