import type { OutputOptions, Write } from './renderer.js';

/** What comes below what a command shows, bit by bit: written where people read it, only waited for by machines. */
export async function writeAfter(
  chunks: AsyncIterable<string>,
  { format, columns }: OutputOptions,
  write: Write,
): Promise<void> {
  for await (const chunk of chunks) if (format === 'table' && columns.length === 0) await write(chunk);
}
