/**
 * How wide the columns of a table are at most so that the table has this width (cliff, formatters/table.py): those that
 * take more than an equal share divide what the others leave, the last of them the rest too.
 *
 * @param widths of the columns as they are, without borders and the blanks around a cell
 * @param least what a column keeps in every case, so that the table may still be too wide
 * @returns a width for each column that is to shrink; undefined where the table fits as it is
 */
export function fittedWidths(
  widths: readonly number[],
  total: number,
  least: number,
): readonly (number | undefined)[] | undefined {
  const edges = 1 + 3 * widths.length;
  if (widths.reduce((sum, width) => sum + width, edges) <= total) return undefined;
  const usable = Math.max(0, total - edges);
  const share = Math.floor(usable / widths.length);
  const isWide = (width: number): boolean => width > share;
  const taken = widths.reduce((sum, width) => sum + (isWide(width) ? 0 : width), 0);
  const wide = widths.filter(isWide).length;
  const each = Math.floor((usable - taken) / wide);
  const last = widths.findLastIndex(isWide);
  return widths.map((width, column) => {
    if (!isWide(width)) return undefined;
    return Math.max(least, column === last ? usable - taken - each * (wide - 1) : each);
  });
}
