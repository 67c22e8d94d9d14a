/**
 * With CASES_TO=FILE in the environment the test files of clouds and peers compare nothing and need no cloud: each case
 * is written to that file, a line of JSON each, for the table of what is compared with what.
 */
import { appendFileSync } from 'node:fs';

const file = process.env.CASES_TO;
export const listing: boolean = file !== undefined && file !== '';

export interface Listed {
  readonly applet: string;
  readonly run: string;
  readonly peer: string;
  readonly cloud: string;
  /** Why the peer's bytes are not the measure: of its command line, stdout, stderr or exit code. */
  readonly otherwise: Readonly<Partial<Record<'asked' | 'stdout' | 'stderr' | 'code', string | undefined>>>;
}

export function list(one: Listed): void {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(one)}\n`);
}
