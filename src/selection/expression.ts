/** What `--where` says, as a value. */

/** Where something stands in the text: code units, the end excluded. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A field or a value as it was typed; in quotes it is taken as it is: no glob, no number, no age. */
export interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly place: Place;
}

export type Operator = '=' | '!=' | '~' | '<' | '>' | '<=' | '>=';

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  | Comparison
  | { readonly kind: 'in'; readonly field: Word; readonly values: readonly Word[] };

export interface Comparison {
  readonly kind: 'compare';
  readonly field: Word;
  readonly operator: Operator;
  readonly value: Word;
}

/** The fields that an expression names. */
export function fieldsOf(expression: Expression): readonly Word[] {
  if (expression.kind === 'not') return fieldsOf(expression.part);
  return 'parts' in expression ? expression.parts.flatMap(fieldsOf) : [expression.field];
}
