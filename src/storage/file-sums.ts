import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { FileSums } from '../core/download.js';

const BUFFER = 1024 * 1024;

/**
 * The MD5 of a file, or of its pieces of these lengths one after the other.
 * @returns undefined where there is no file that can be read: a pipe in its place is not waited for
 */
export async function sumsOf(path: string, lengths?: readonly number[]): Promise<FileSums | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    if (!(await file.stat()).isFile()) return undefined;
    const buffer = Buffer.allocUnsafe(BUFFER);
    const md5: string[] = [];
    let isWhole = true;
    for (const length of lengths ?? [Number.POSITIVE_INFINITY]) {
      const piece = await sumOf(file, buffer, length);
      md5.push(piece.digest);
      isWhole &&= lengths === undefined || piece.length === length;
    }
    const { bytesRead } = await file.read(buffer, 0, 1);
    return { md5, isWhole: isWhole && bytesRead === 0 };
  } finally {
    await file.close();
  }
}

async function sumOf(file: FileHandle, buffer: Buffer, most: number): Promise<{ digest: string; length: number }> {
  const hash = createHash('md5');
  let length = 0;
  while (length < most) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, most - length));
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return { digest: hash.digest('hex'), length };
}
