export interface ZipEntry {
  /** ASCII, without directories. */
  readonly name: string;
  readonly content: string;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

/** Two bytes of time and two of date, in steps of two seconds from 1980 on. */
function dosTime(time: Date): number {
  const date = (Math.max(time.getUTCFullYear() - 1980, 0) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return ((date << 16) | clock) >>> 0;
}

/** Little-endian numbers: each value with its size in bytes. */
function numbers(...pairs: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    pairs.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}

/**
 * A zip archive of a few small files, not compressed, readable by their owner alone when they are unpacked (APPNOTE.TXT
 * 6.3, 4.3: local headers with content, central directory, end record).
 * @param now milliseconds since 1970
 */
export function zip(entries: readonly ZipEntry[], now: number): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const [label, bytes] = [Buffer.from(name), Buffer.from(content)];
    const head = numbers(
      [2, 10], // version needed
      [2, 0], // flags
      [2, 0], // stored
      [4, dosTime(new Date(now))],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, label.length],
      [2, 0], // extra field
    );
    const local = Buffer.concat([numbers([4, 0x04034b50]), head, label, bytes]);
    const owner = numbers([2, 0], [2, 0], [2, 0], [4, 0o100600 * 0x10000], [4, offset]);
    directory.push(numbers([4, 0x02014b50], [2, 0x031e]), head, owner, label);
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, index.length], [4, offset], [2, 0]);
  return Buffer.concat([...locals, index, end]);
}
