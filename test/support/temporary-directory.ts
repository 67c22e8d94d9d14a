import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new directory with nothing in it.
 * @param until a test, or `{ after }` of `node:test`: at its end the directory goes, with all that is in it then
 * @returns its path, in which no part is a link
 */
export function temporaryDirectory(until: { readonly after: (remove: () => void) => void }): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'stackline-test-')));
  until.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
