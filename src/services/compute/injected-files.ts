import { isUtf8 } from 'node:buffer';
import { Failure } from '../../core/errors.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import type { Json } from '../../lib/read.js';
import { readBytes } from '../../lib/text-file.js';

/**
 * What a file holds, as the API takes it. Python 3 reads files as text, with every line's end as a newline; what is no
 * text, which novaclient refuses since then, is sent as it is.
 */
async function base64Of(path: string): Promise<string> {
  const failure = (reason: string) => new Failure(`Can't open '${path}': ${reason}`);
  const bytes = await readBytes(path, failure, { expandsHome: false });
  const isText = bytes.includes('\r') && isUtf8(bytes);
  return (isText ? Buffer.from(bytes.toString().replace(/\r\n?/g, '\n')) : bytes).toString('base64');
}

/**
 * Files that are put into a new server, by `--file DESTINATION=SOURCE`: up to microversion 2.56.
 * @throws Failure in novaclient's sentences (v2/shell.py, _boot)
 */
export async function filesOf(words: readonly string[]): Promise<readonly Json[]> {
  const files = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 0) {
      const form = "File arguments must be of the form '--file <dst-path=src-path>'";
      throw new Failure(`Invalid file argument '${word}'. ${form}`);
    }
    files.set(word.slice(0, at), await base64Of(word.slice(at + 1)));
  }
  const sorted = [...files].sort(([a], [b]) => compareCodePoints(a, b));
  return sorted.map(([path, contents]) => ({ path, contents }));
}

/** The user data of a file. @throws Failure in novaclient's sentence when it cannot be read */
export const userDataOf = base64Of;
