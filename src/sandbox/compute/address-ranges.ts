/** Addresses of IPv4 that a network has. */
export interface Range {
  /** The first and the last, as numbers. */
  readonly from: number;
  readonly to: number;
  readonly netmask: string;
  /** The last one, as text: its broadcast. */
  readonly last: string;
}

const textOf = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');

/** `10.1.0.0/24`, or one address; undefined where it is neither. */
export function rangeOf(text: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  const parts = match?.slice(1, 5).map(Number) ?? [];
  const bits = Number(match?.[5] ?? 32);
  // So many addresses as fit a network of the embedded cloud.
  if (match === null || bits < 16 || bits > 32 || parts.some((part) => part > 255)) return undefined;
  const mask = bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  const from = (((a << 24) | (b << 16) | (c << 8) | d) & mask) >>> 0;
  const to = (from | ~mask) >>> 0;
  return { from, to, netmask: textOf(mask), last: textOf(to) };
}

/** Those that a host may have: without the network's own and its broadcast, where it has more than two. */
export function addressesOf({ from, to }: Range): string[] {
  const [first, last] = to - from < 2 ? [from, to] : [from + 1, to - 1];
  return Array.from({ length: last - first + 1 }, (_, at) => textOf(first + at));
}
