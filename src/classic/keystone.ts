import type { ClassicClient } from './client.js';

/**
 * python-keystoneclient 2.3.2, the last one with a command line, a program of Python 2: `shell.py` main and
 * OpenStackHelpFormatter, `utils.py` print_list and print_dict, of whose tables PrettyTable centres everything.
 */
export default {
  version: '2.3.2',
  service: 'identity',
  errors: {
    failure: (_, message) => message,
    argparse: 'python2',
    usagePrefix: 'program',
    usagePointsToHelp: false,
  },
  help: { sections: { arguments: 'Arguments', options: 'Arguments' }, column: 24, showsAliases: true },
  tables: {
    align: 'centre',
    carriageReturn: 'escaped',
    list: { null: '', nested: 'python2', empty: 'blank line', sortBy: 'first column' },
    show: {
      null: '',
      nested: 'python2',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'characters',
      splitsEscapedNewlines: false,
    },
  },
} satisfies ClassicClient;
