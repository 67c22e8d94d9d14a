import { existsSync, fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import { homedir } from 'node:os';
import { isatty, ReadStream } from 'node:tty';
import type { Failure } from '../core/errors.js';
import { descriptorOf, readFile } from './regular-file.js';

/** What Python's str() makes of an OSError of these codes; the others' text is Node's. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '[Errno 2] No such file or directory',
  EACCES: '[Errno 13] Permission denied',
  ENOTDIR: '[Errno 20] Not a directory',
  EISDIR: '[Errno 21] Is a directory',
};

/** Bytes: far more than an API takes in a request. */
const LARGEST = 64 * 1024 * 1024;

interface Reading {
  /** False: the path is taken as it is, without `~` or `-`. */
  readonly expandsHome?: boolean;
}

/**
 * The text of a file, or of standard input for `-`; `~` at the beginning is the home.
 * @param failure what to throw when it cannot be read, by the reason as Python words it
 */
export const readText = async (path: string, failure: (reason: string) => Failure, how?: Reading): Promise<string> =>
  (await readBytes(path, failure, how)).toString('utf8');

/** The same, byte for byte. */
export async function readBytes(
  path: string,
  failure: (reason: string) => Failure,
  { expandsHome = true }: Reading = {},
): Promise<Buffer> {
  const whole = expandsHome ? path.replace(/^~(?=\/|$)/, homedir()) : path;
  try {
    const file = expandsHome && path === '-' ? '/dev/stdin' : whole;
    if (file === '/dev/null') return Buffer.alloc(0);
    const own = descriptorOf(file);
    const stream = own === undefined ? undefined : streamOf(own);
    return stream === undefined ? readFile(file, LARGEST).bytes : await allOf(stream);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = REASONS[code];
    throw failure(reason === undefined ? message : `${reason}: '${whole}'`);
  }
}

/** What may have to be waited for, so that Ctrl-C and a deadline are heeded meanwhile; undefined: it has no need to be. */
function streamOf(descriptor: number): Socket | undefined {
  if (isatty(descriptor)) return new ReadStream(descriptor);
  const stat = fstatSync(descriptor);
  return stat.isFIFO() || stat.isSocket() ? new Socket({ fd: descriptor, readable: true, writable: false }) : undefined;
}

async function allOf(stream: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST) throw new Error(`It is larger than ${LARGEST} bytes`);
  }
  return Buffer.concat(chunks);
}

/** A path below the home of who runs this. */
export const inHome = (path: string): string => `${homedir()}/${path}`;

/** Is there something at this path, a file or not? */
export const isThere = (path: string): boolean => existsSync(path);
