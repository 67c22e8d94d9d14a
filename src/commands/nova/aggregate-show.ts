import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { pythonText } from '../../lib/python/repr.js';
import { asArray, asRecord } from '../../lib/read.js';
import { findAggregate } from '../../services/compute/aggregates.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Show details of the specified aggregate.', aliases: ['aggregate-details'] };

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

export default list({
  openstack: 'aggregate show',
  arguments: { aggregate: argument('<aggregate>', 'Name or ID of aggregate.') },
  rows: async function* ({ session, args }) {
    yield [await findAggregate(session, args.aggregate)];
  },
  columns: {
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
  },
});
