import type { ClassicClient } from './client.js';
import nova from './nova.js';

/**
 * nova-manage, cinder-manage and the others of 2013, programs of Python 2: printf lines, which their commands hold. They
 * read databases: undefined (not in the API) is printed as `-`, null (NULL in the database) as `None`.
 */
export default {
  version: '2013.1',
  // nova-manage's; the other programs say theirs.
  service: 'compute',
  env: nova.env,
  login: nova.login,
  errors: {
    failure: (_, message) => message,
    argparse: 'python2',
    usagePrefix: 'program',
    usagePointsToHelp: false,
  },
  // What they read from the database, we ask nova.
  apiErrors: nova.apiErrors,
  help: {
    sections: { arguments: 'Positional arguments', options: 'Options' },
    column: 32,
    showsAliases: false,
  },
  tables: {
    align: 'left',
    carriageReturn: 'escaped',
    list: { null: 'None', absent: '-', nested: 'python2', empty: 'blank line', sortBy: 'nothing' },
    show: {
      null: 'None',
      absent: '-',
      nested: 'python2',
      titles: ['Property', 'Value'],
      sorted: true,
      wrap: 'characters',
      splitsEscapedNewlines: false,
    },
  },
} satisfies ClassicClient;
