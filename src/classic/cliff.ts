import type { TableStyle } from './client.js';

/** The tables of cliff 4 (`formatters/table.py`), as openstackclient and neutronclient print them. */
export const cliffTables: TableStyle = {
  align: 'numbers-right',
  carriageReturn: 'newline',
  list: { null: 'None', nested: 'python3', empty: 'blank line', sortBy: 'nothing' },
  show: {
    null: 'None',
    nested: 'python3',
    titles: ['Field', 'Value'],
    sorted: false,
    wrap: 'characters',
    splitsEscapedNewlines: false,
  },
};
