import type { Failure } from './errors.js';

/** What bytes must come to. */
export interface Checksum {
  /** As the service names it: `md5`, `sha512`. */
  readonly algorithm: string;
  /** Hexadecimal digits. */
  readonly digest: string;
  /** The one to go by where this machine does not know the algorithm. */
  readonly otherwise?: Checksum;
  /** What to say when they come to something else. */
  readonly wrong: (found: string) => Failure;
}

/** Bytes on their way from a service. */
export interface Incoming {
  /** The place of the first of them in the whole; 0 where a service gives all of it though it was asked for the rest. */
  readonly from: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Something that is to be had from a service, and the file that it is for. */
export interface Download {
  readonly path: string;
  /** Asks for all bytes from one on; the first is 0. */
  readonly open: (from: number) => Promise<Incoming>;
  /** Bytes of the whole, where that is known. */
  readonly size?: number;
  /** Left out: the service does not say. */
  readonly checksum?: Checksum;
  /**
   * Keeps what has come of a download that breaks off in `PATH.part`, and goes on from what is there. Without a checksum
   * nobody could tell whether the parts belong together: then it begins again.
   */
  readonly resume?: boolean;
  /** Milliseconds since 1970 that the file is dated; left out: now. */
  readonly modified?: number;
  /** Told how many bytes of the whole are there. */
  readonly progress?: (done: number) => void;
  /** One line for the person. */
  readonly say: (line: string) => void;
}

/** What a file comes to. */
export interface FileSums {
  /** Hexadecimal digits, one for each piece. */
  readonly md5: readonly string[];
  /** There is nothing behind the pieces, and all of them are whole. */
  readonly isWhole: boolean;
}

/** What is done with files of this machine for a download. */
export interface LocalFiles {
  /** Writes what is downloaded to a file, whole and right or not at all (`storage/save-download.ts`). */
  readonly save: (download: Download) => Promise<void>;
  /**
   * Where a file of this name, which somebody else has chosen, may be written below a directory; the directories on the
   * way are made (`storage/place-below.ts`). Rejects with a `Failure` where it would lie elsewhere.
   */
  readonly placeBelow: (directory: string, name: string, kind: 'file' | 'directory') => Promise<string>;
  /** The MD5 of each piece of a file, of so many bytes, and whether it ends there; undefined where there is none to read. */
  readonly sumsOf: (path: string, lengths?: readonly number[]) => Promise<FileSums | undefined>;
  /** The same bytes, which end with a Failure where they do not come to their checksum; `size` is how many they are. */
  readonly checked: (
    bytes: AsyncIterable<Uint8Array>,
    checksum: Checksum | undefined,
    size?: number,
  ) => AsyncIterable<Uint8Array>;
}
