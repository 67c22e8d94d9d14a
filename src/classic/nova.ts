import type { ClassicClient } from './client.js';

/** python-novaclient 18: `utils.py` print_list and print_dict. */
export default {
  tables: {
    align: 'left',
    carriageReturn: 'dropped',
    list: { null: '-', nested: 'python3', numbersAreText: true, empty: 'head', sortBy: 'nothing' },
    show: {
      null: '-',
      nested: 'json',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'words',
      splitsEscapedNewlines: true,
    },
  },
} satisfies ClassicClient;
