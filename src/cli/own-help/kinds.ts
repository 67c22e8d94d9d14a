import type { ClassicClient, Kinds } from '../../classic/client.js';

/** The kinds of thing that a client's commands are about; none for a client that does not tell them. */
export const kindsOf = async ({ kinds }: Pick<ClassicClient, 'kinds'>): Promise<Kinds> =>
  (await kinds?.())?.default ?? {};

/** The title under which a command of a client stands. */
export function kindOf(all: Kinds, name: string): string {
  let best = { title: 'Commands', length: -1 };
  for (const [title, beginnings] of Object.entries(all)) {
    for (const beginning of beginnings)
      if (beginning.length > best.length && name.startsWith(beginning)) best = { title, length: beginning.length };
  }
  return best.title;
}
