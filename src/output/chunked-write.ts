import { CHUNK, type Row, type Write } from './renderer.js';

/**
 * Writes one text for each row, in pieces, and each page before the next one is asked for. `start` goes out together
 * with the first rows, so that a list that fails at once has written nothing.
 */
export async function writeRows(
  pages: AsyncIterable<readonly Row[]>,
  line: (row: Row) => string,
  write: Write,
  start = '',
): Promise<void> {
  let out = start;
  for await (const page of pages) {
    for (const row of page) {
      out += line(row);
      if (out.length < CHUNK) continue;
      const written = write(out);
      out = '';
      if (written !== undefined) await written;
    }
    if (out === '') continue;
    const written = write(out);
    out = '';
    if (written !== undefined) await written;
  }
  if (out !== '') await write(out);
}
