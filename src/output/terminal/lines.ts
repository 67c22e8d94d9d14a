import type { Lines } from '../../core/view.js';
import { writeLines } from '../lines.js';
import type { Listing, OutputOptions, Write } from '../renderer.js';

/** Words that say of a line how things are: those of doctor, of the *-manage programs, and of rolls of services. */
const MARKS: readonly (readonly [RegExp, 'good' | 'bad' | 'between'])[] = [
  [/^(?:FAILED|ERROR)(?=\s)|(?<=\s)(?:XXX|xxx)(?=\s|$)/gm, 'bad'],
  [/^WARN(?=\s)/gm, 'between'],
  [/^ok(?=\s)|(?<=\s):-\)(?=\s|$)/gm, 'good'],
];

/** Lines as they are, with the words coloured that say how things are: they mean the same without it. */
export async function writeMarkedLines(
  listing: Listing,
  lines: Lines,
  { color }: OutputOptions,
  write: Write,
): Promise<void> {
  if (color !== true) return writeLines(listing, lines, write);
  const { tones } = await import('../color.js');
  const painted = (chunk: string): string =>
    MARKS.reduce((text, [pattern, tone]) => text.replace(pattern, (word) => tones[tone](word)), chunk);
  return writeLines(listing, lines, (chunk) => write(painted(chunk)));
}
