/**
 * The items of all pages as one list. Not by `push(...page)`: a page of a service that has no pages has more items than a
 * call may have arguments.
 */
export async function itemsOf<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) for (const item of page) all.push(item);
  return all;
}

/** The first item of all pages for which this is true; the pages behind it are not read. Undefined: there is none. */
export async function firstIn<T>(
  pages: AsyncIterable<readonly T[]>,
  isIt: (item: T) => boolean,
): Promise<T | undefined> {
  for await (const page of pages) {
    const found = page.find(isIt);
    if (found !== undefined) return found;
  }
  return undefined;
}
