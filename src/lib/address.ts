/** An IP address as a number; undefined for anything else. Version 6 stands behind all of version 4. */
function numberOf(address: string): bigint | undefined {
  if (/^\d+(\.\d+){3}$/.test(address)) {
    return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  }
  if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(':')) return undefined;
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => text.split(':').filter((group) => group !== '');
  const missing = 8 - groups(head).length - groups(tail ?? '').length;
  const all = [...groups(head), ...Array<string>(Math.max(missing, 0)).fill('0'), ...groups(tail ?? '')];
  return (1n << 128n) + all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

/** Orders addresses by their numbers. */
export function compareAddresses(a: string, b: string): number {
  const [left, right] = [numberOf(a) ?? -1n, numberOf(b) ?? -1n];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Is an address in a range such as `10.1.0.0/24`? */
export function within(address: string, cidr: string): boolean {
  const [start = '', bits = ''] = cidr.split('/');
  const [low, one] = [numberOf(start), numberOf(address)];
  const width = (start.includes(':') ? 128 : 32) - Number(bits);
  if (low === undefined || one === undefined || !/^\d+$/.test(bits) || width < 0) return false;
  return low >> BigInt(width) === one >> BigInt(width) && start.includes(':') === address.includes(':');
}
