import type { ExitReason } from '../../core/exit-codes.js';
import type { CommandView, ListView, Section } from '../../core/view.js';
import { ReadAhead } from '../../lib/read-ahead.js';
import { labelOf, type Target } from './asked-clouds.js';

/** Where something comes from. */
export interface Place {
  readonly cloud: string;
  readonly region: string;
}

/** What one cloud, or region of one, shows: read as it comes, shown when it is its turn. */
export class Part {
  readonly pages = new ReadAhead<readonly unknown[]>();
  readonly sections = new ReadAhead<Section>();
  readonly target: Target;
  #view: CommandView | undefined;
  #place: Place = { cloud: '', region: '' };
  #begin = (_: boolean): void => undefined;
  /** Resolves when it is known what it shows; with false when it shows nothing at all. */
  readonly begun = new Promise<boolean>((resolve) => {
    this.#begin = resolve;
  });

  constructor(target: Target) {
    this.target = target;
  }

  get view(): CommandView {
    if (this.#view === undefined) throw new Error(`nothing has come of ${labelOf(this.target)}`);
    return this.#view;
  }

  /** Known once a page, a section or what one thing is has come. */
  get place(): Place {
    return this.#place;
  }

  exitReason(): ExitReason {
    return (this.#view !== undefined && 'exitReason' in this.#view ? this.#view.exitReason?.() : undefined) ?? 'ok';
  }

  /** Reads all of a view; rejects when its cloud fails, and what has come until then stands. */
  async read(view: CommandView, place: () => Promise<Place>): Promise<void> {
    const isLater = view.kind === 'list' || view.kind === 'sections';
    if (!isLater) this.#place = await place();
    this.#view = view;
    this.#begin(true);
    if (view.kind === 'list') {
      for await (const page of view.pages) {
        if (this.#place.cloud === '') this.#place = await place();
        this.pages.add(page);
      }
    } else if (view.kind === 'sections') {
      for await (const section of view.parts) {
        const read = section.view.kind === 'list' ? await wholeList(section.view) : section.view;
        if (this.#place.cloud === '') this.#place = await place();
        this.sections.add({ ...section, view: read });
      }
    }
  }

  /** Nothing more comes. */
  end(): void {
    this.#begin(this.#view !== undefined);
    this.pages.end();
    this.sections.end();
  }
}

async function wholeList(view: ListView): Promise<ListView> {
  const pages: (readonly unknown[])[] = [];
  for await (const page of view.pages) pages.push(page);
  return { ...view, pages: again(pages) };
}

async function* again<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
