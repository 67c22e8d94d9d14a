import type { ClassicClient } from './client.js';

/**
 * nova-manage, cinder-manage and the others of 2013, programs of Python 2: printf lines, which their commands hold. They
 * read databases: what the API does not tell is not what was empty there.
 */
export default {
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
