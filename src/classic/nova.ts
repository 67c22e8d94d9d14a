import type { ClassicClient } from './client.js';

/**
 * python-novaclient 18: `shell.py` main, NovaClientArgumentParser.error and OpenStackHelpFormatter, `utils.py` print_list
 * and print_dict.
 */
export default {
  version: '18.1.0',
  service: 'compute',
  errors: {
    failure: (name, message) => `ERROR (${name}): ${message}`,
    argparse: 'python3',
    usagePrefix: 'none',
    usagePointsToHelp: true,
  },
  help: {
    sections: { arguments: 'Positional arguments', options: 'Options' },
    column: 32,
    // They are deprecated spellings, which it keeps to itself.
    showsAliases: false,
  },
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
