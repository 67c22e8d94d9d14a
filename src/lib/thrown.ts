/** What was thrown, of which nothing is known: libraries and programs throw whatever they like. */

/** What it says. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The error, or one that says it. */
export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
