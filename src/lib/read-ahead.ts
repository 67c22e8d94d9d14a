/** What is read of somebody as it comes, whoever looks at it, and however much later. */
export class ReadAhead<T> implements AsyncIterable<T> {
  readonly #items: T[] = [];
  #wake = (): void => undefined;
  #isOver = false;

  add(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  /** Nothing more comes; what is added later is not looked at. */
  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** For one reader: what has been read is forgotten. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    while (true) {
      const items = this.#items.splice(0);
      yield* items;
      if (items.length > 0) continue;
      if (this.#isOver) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
