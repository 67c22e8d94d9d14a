export type Align = 'left' | 'right' | 'centre';

/**
 * Pads a text that takes `columns` to `width` as PrettyTable does: when centred text cannot be in the middle, the blank
 * left over goes to the right of an odd length and to the left of an even one (prettytable.py, _justify). A text that
 * is too wide stays as it is.
 */
export function aligned(text: string, columns: number, width: number, align: Align): string {
  const blanks = Math.max(0, width - columns);
  if (align === 'left') return text + ' '.repeat(blanks);
  if (align === 'right') return ' '.repeat(blanks) + text;
  const half = blanks >> 1;
  const left = blanks % 2 === 1 && columns % 2 === 0 ? half + 1 : half;
  return ' '.repeat(left) + text + ' '.repeat(blanks - left);
}
