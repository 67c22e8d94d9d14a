/**
 * Pages as they come. Where they hold nothing at all, `check` is asked whether what they are of is there: it rejects when
 * it is not. So an unknown name costs one more request, and one that is known costs none.
 */
export async function* unlessEmpty<T>(
  pages: AsyncIterable<readonly T[]>,
  check: () => Promise<void>,
): AsyncGenerator<readonly T[]> {
  let isEmpty = true;
  for await (const page of pages) {
    isEmpty &&= page.length === 0;
    yield page;
  }
  if (isEmpty) await check();
}
