import { Failure } from '../../core/errors.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import type { Json } from '../../lib/read.js';
import { readText } from '../../lib/text-file.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const contentOf = (path: string): Promise<string> =>
  readText(path, (reason) => new Failure(`Can't open '${path}': ${reason}`), { expandsHome: false });

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
    files.set(word.slice(0, at), await contentOf(word.slice(at + 1)));
  }
  const sorted = [...files].sort(([a], [b]) => compareCodePoints(a, b));
  return sorted.map(([path, content]) => ({ path, contents: base64(content) }));
}

/** What a file holds, as the API takes it. @throws Failure in novaclient's sentence when it cannot be read */
export const userDataOf = async (path: string): Promise<string> => base64(await contentOf(path));
