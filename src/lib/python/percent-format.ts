/**
 * A function that writes cells as Python's `%` does: `%-16s` to the left in at least 16 columns, `%8s` to the right,
 * `%s` as it is. A cell that is missing is empty.
 */
export function printf(format: string): (cells: readonly string[]) => string {
  const [start = '', ...parts] = format.split('%');
  const places = parts.map((part) => {
    const [place = '', sign = '', width = ''] = /^(-?)(\d*)s/.exec(part) ?? [];
    return { isLeft: sign === '-', width: Number(width), after: part.slice(place.length) };
  });
  return (cells) =>
    start +
    places
      .map(({ isLeft, width, after }, at) => {
        const cell = cells[at] ?? '';
        const blanks = ' '.repeat(Math.max(width - [...cell].length, 0));
        return (isLeft ? cell + blanks : blanks + cell) + after;
      })
      .join('');
}
