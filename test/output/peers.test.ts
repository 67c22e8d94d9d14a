import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Choice, FormatName } from '../../src/output/index.js';
import { listOf, printed, type StyleName, showOf } from './views.js';

/**
 * What Python's programs printed for the same values: novaclient 18 (print_list, print_dict), PrettyTable 3.6 centred
 * as keystone's client uses it, cliff 4.0 with PyYAML 6.0 and the csv module of Python 3.11.
 */
interface Case {
  readonly format: FormatName;
  readonly style: StyleName;
  readonly titles?: readonly string[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly fields?: readonly (readonly [string, unknown])[];
  readonly printed: readonly string[];
  readonly sortBy?: string;
  readonly wrap?: number;
  readonly noindent?: boolean;
  readonly quote?: Choice['quote'];
  readonly sort?: readonly string[];
  readonly dir?: 'asc' | 'desc';
  readonly columns?: readonly string[];
  readonly tableWidth?: number;
  readonly printEmpty?: boolean;
  readonly variablePrefix?: string;
}

const cases = JSON.parse(readFileSync(new URL('./fixtures/peers.json', import.meta.url), 'utf8')) as readonly Case[];

test('there are cases of every format and style', () => {
  const kinds = new Set(cases.map((one) => `${one.format} ${one.style} ${one.fields === undefined ? 'list' : 'show'}`));
  assert.deepEqual([...kinds].sort(), [
    'csv cliff list',
    'json cliff list',
    'json cliff show',
    'shell cliff show',
    'table cliff list',
    'table cliff show',
    'table keystone list',
    'table keystone show',
    'table nova list',
    'table nova show',
    'value cliff list',
    'value cliff show',
    'yaml cliff list',
    'yaml cliff show',
  ]);
});

for (const [index, one] of cases.entries()) {
  const kind = one.fields === undefined ? 'list' : 'show';
  test(`the bytes of the Python programs: ${one.style} ${kind} as ${one.format}, case ${index}`, async () => {
    const view =
      one.fields === undefined
        ? listOf(one.style, one.titles ?? [], one.rows ?? [], { sortBy: one.sortBy })
        : showOf(one.style, one.fields, one.wrap);
    const out = await printed(view, {
      format: one.format,
      columns: one.columns ?? [],
      // cliff passes over a column to sort by that is not there; ours says so.
      sortColumns: (one.sort ?? []).filter((title) => one.titles?.includes(title)),
      sortDirection: one.dir,
      quote: one.quote,
      noindent: one.noindent,
      tableWidth: one.tableWidth,
      printEmpty: one.printEmpty,
      variablePrefix: one.variablePrefix,
    });
    assert.deepEqual(out.split('\n'), one.printed);
  });
}
