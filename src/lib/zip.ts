import { zipSync } from 'fflate';

export interface ZipEntry {
  /** ASCII, beginning with a letter, without directories. */
  readonly name: string;
  readonly content: string;
}

/** The archive's own mark for files as Unix has them, so that the mode counts. */
const UNIX = 3;
const MODE = 0o100600;

/**
 * A zip archive of a few small files, readable by their owner alone when they are unpacked.
 * @param now milliseconds since 1970; an archive tells the local time, from 1980 to 2099
 */
export function zip(entries: readonly ZipEntry[], now: number): Uint8Array {
  const mtime = Math.min(Math.max(now, new Date(1980, 0, 1).getTime()), new Date(2099, 11, 31).getTime());
  const files = entries.map(({ name, content }) => [name, Buffer.from(content)] as const);
  return zipSync(Object.fromEntries(files), { level: 0, os: UNIX, attrs: MODE * 0x10000, mtime });
}
