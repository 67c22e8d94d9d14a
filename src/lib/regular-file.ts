/** The one way in which files are opened whose names somebody else has chosen: none of them makes us wait. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';

export interface ReadFile {
  readonly bytes: Buffer;
  readonly stat: Stats;
}

/** Bytes that are read at once. */
const PIECE = 64 * 1024;

/**
 * The number of a descriptor of our own, by its name: `<(...)` of a shell is one, and `/dev/stdin`. Undefined for every
 * other path.
 */
export function descriptorOf(path: string): number | undefined {
  const found = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(path);
  if (found !== null) return Number(found[1]);
  return path === '/dev/stdin' ? 0 : undefined;
}

/**
 * The content of a regular file, or of a pipe that is a descriptor of our own: somebody is at its other end. Any other
 * pipe might have no writer, ever, and a device no end.
 *
 * @param largest bytes
 * @throws what the file system throws, and an error that says so for what is no file, or larger
 */
export function readFile(path: string, largest: number): ReadFile {
  const own = descriptorOf(path);
  const isPipe = own !== undefined && isFlowing(statSync(path));
  // Opened once more, a pipe would wait for another writer.
  const file = isPipe ? own : openRegular(path);
  try {
    const stat = fstatSync(file);
    if (stat.size > largest) throw tooLarge(largest);
    return { stat, bytes: allOf(file, path, largest) };
  } finally {
    if (!isPipe) closeSync(file);
  }
}

const isFlowing = (stat: Stats): boolean => stat.isFIFO() || stat.isSocket();

/** The text of a regular file, and of nothing else (`readFile`). */
export function readRegularFile(path: string): string {
  const file = openRegular(path);
  try {
    return allOf(file, path, Number.POSITIVE_INFINITY).toString('utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a regular file without waiting for what a pipe or a device in its place might have.
 * @returns its descriptor
 */
function openRegular(path: string): number {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stat = fstatSync(file);
  if (stat.isFile()) return file;
  closeSync(file);
  throw stat.isDirectory() ? Object.assign(new Error('Is a directory'), { code: 'EISDIR' }) : notRegular();
}

const notRegular = (): Error => Object.assign(new Error('It is no file'), { code: 'EINVAL' });

const tooLarge = (largest: number): Error => new Error(`It is larger than ${largest} bytes`);

function allOf(file: number, path: string, largest: number): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  let blocking: number | undefined;
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      let read: number;
      try {
        read = readSync(blocking ?? file, piece);
      } catch (error) {
        if (blocking !== undefined || (error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
        // Whoever shares the descriptor has made it one that does not block: one of our own does.
        blocking = openSync(path, 'r');
        continue;
      }
      if (read === 0) return Buffer.concat(pieces);
      length += read;
      if (length > largest) throw tooLarge(largest);
      pieces.push(piece.subarray(0, read));
    }
  } finally {
    if (blocking !== undefined) closeSync(blocking);
  }
}
