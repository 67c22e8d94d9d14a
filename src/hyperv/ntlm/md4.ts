/** MD4 (RFC 1320), which OpenSSL 3 has no more, for one thing only: the hash of a password in NTLM. */

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** Of each round: what it adds, the order in which it takes the words of a block, and by how much it rotates. */
const ROUNDS = [
  { plus: 0, order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], shifts: [3, 7, 11, 19] },
  { plus: 0x5a827999, order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15], shifts: [3, 5, 9, 13] },
  { plus: 0x6ed9eba1, order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], shifts: [3, 9, 11, 15] },
] as const;

const MIX = [
  (x: number, y: number, z: number) => (x & y) | (~x & z),
  (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z),
  (x: number, y: number, z: number) => x ^ y ^ z,
] as const;

/** The 16 bytes of RFC 1320, which OpenSSL 3 has only where its legacy provider is loaded. */
export function md4(message: Uint8Array): Buffer {
  const length = message.length;
  const padded = Buffer.alloc(Math.ceil((length + 9) / 64) * 64);
  padded.set(message);
  padded[length] = 0x80;
  padded.writeBigUInt64LE(BigInt(length) * 8n, padded.length - 8);
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < padded.length; block += 64) {
    const before = [a, b, c, d] as const;
    for (const [round, { plus, order, shifts }] of ROUNDS.entries()) {
      const mix = MIX[round] ?? MIX[0];
      for (const [step, word] of order.entries()) {
        const sum = (a + mix(b, c, d) + padded.readUInt32LE(block + word * 4) + plus) | 0;
        [a, d, c, b] = [d, c, b, rotate(sum, shifts[step % 4] ?? 0)];
      }
    }
    [a, b, c, d] = [(a + before[0]) | 0, (b + before[1]) | 0, (c + before[2]) | 0, (d + before[3]) | 0];
  }
  const digest = Buffer.alloc(16);
  for (const [at, word] of [a, b, c, d].entries()) digest.writeInt32LE(word | 0, at * 4);
  return digest;
}
