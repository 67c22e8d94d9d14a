/**
 * Does something with each item, a few at a time, and gives the results in the order of the items. Items that are equal
 * are worked on one after the other. What is still to be begun when the reader stops is not begun.
 *
 * @param limit how many at once
 * @param work must not reject: what goes wrong is part of its result
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  const last = new Map<Item, Promise<unknown>>();
  let next = 0;
  const begin = (): void => {
    const item = items[next] as Item;
    next += 1;
    const before = last.get(item);
    const result = before === undefined ? work(item) : before.then(() => work(item));
    last.set(item, result);
    running.push(result);
  };
  while (next < items.length && running.length < limit) begin();
  while (running.length > 0) {
    const result = await (running.shift() as Promise<Result>);
    if (next < items.length) begin();
    yield result;
  }
}
