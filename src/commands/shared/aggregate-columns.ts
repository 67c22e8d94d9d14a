import type { ColumnSpec } from '../../command/columns.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { pythonText } from '../../lib/python/repr.js';
import { asArray, asRecord, type Json } from '../../lib/read.js';
import { attribute } from './attributes.js';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** One aggregate in full (novaclient v2/shell.py, _print_aggregate_details). */
export const aggregateColumns: Readonly<Record<string, ColumnSpec<Json, unknown>>> = {
  id: attribute('Id'),
  name: attribute('Name'),
  zone: attribute('Availability Zone'),
  hosts: { ...attribute('Hosts'), text: ({ hosts }) => quoted(asArray(hosts).map(pythonText)) },
  metadata: {
    ...attribute('Metadata'),
    text: ({ metadata }) => {
      const pairs = Object.entries(asRecord(metadata)).sort(([a], [b]) => compareCodePoints(a, b));
      return quoted(pairs.map(([key, value]) => `${key}=${pythonText(value)}`));
    },
  },
  uuid: { ...attribute('UUID'), since: '2.41' },
};
