/** Queries. A value gets into one by `wql` only, which quotes it, so that no name can be more than a name. */

/** A query that may be sent. */
export interface Query {
  readonly text: string;
}

/** `wql\`SELECT * FROM Msvm_ComputerSystem WHERE Name = ${name}\`` */
export function wql(pieces: TemplateStringsArray, ...values: readonly string[]): Query {
  return { text: pieces.map((piece, at) => piece + (at < values.length ? quoted(values[at] ?? '') : '')).join('') };
}

/** A text in quotes; a backslash stands before what would end it, and before itself. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/**
 * What somebody has typed as a query: it can only read, since WQL over this protocol has no statement that writes.
 * Undefined for what is none.
 */
export function typedQuery(text: string): Query | undefined {
  return /^\s*(SELECT\s|ASSOCIATORS\s+OF\s*\{|REFERENCES\s+OF\s*\{)/i.test(text) ? { text: text.trim() } : undefined;
}
