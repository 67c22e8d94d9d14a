/** How many there are in all, by the options of the run that asked for it. */
const counts = new WeakMap<object, string>();

/** `Volume in total: 12` below a list of which the service was asked to count. */
/** What a list is given so that it tells how many there are; nothing where nobody asked. */
export const counting = (options: object, isWanted: boolean) =>
  isWanted ? { counted: (count: string) => void counts.set(options, count) } : {};

/** The line below a list for {@link counting}: `Volume in total: 12`. */
export const totalLine =
  (what: string) =>
  (options: object): string | undefined => {
    const count = counts.get(options);
    return count === undefined ? undefined : `${what} in total: ${count}`;
  };
