import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { Failure } from '../core/errors.js';

/** What Python's str() makes of an OSError of these codes; the others' text is Node's. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '[Errno 2] No such file or directory',
  EACCES: '[Errno 13] Permission denied',
  ENOTDIR: '[Errno 20] Not a directory',
  EISDIR: '[Errno 21] Is a directory',
};

/**
 * The text of a file, or of standard input for `-`; `~` at the beginning is the home.
 * @param expandsHome false: the path is taken as it is, without `~` or `-`
 * @param failure what to throw when it cannot be read, by the reason as Python words it
 */
export async function readText(
  path: string,
  failure: (reason: string) => Failure,
  { expandsHome = true }: { readonly expandsHome?: boolean } = {},
): Promise<string> {
  const whole = expandsHome ? path.replace(/^~(?=\/|$)/, homedir()) : path;
  try {
    return await readFile(expandsHome && path === '-' ? '/dev/stdin' : whole, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = REASONS[code];
    throw failure(reason === undefined ? message : `${reason}: '${whole}'`);
  }
}
