import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findAggregate } from '../../services/compute/aggregates.js';
import { aggregateColumns } from '../shared/aggregate-columns.js';

export const about = { summary: 'Show details of the specified aggregate.', aliases: ['aggregate-details'] };

export default list({
  openstack: 'aggregate show',
  arguments: { aggregate: argument('<aggregate>', 'Name or ID of aggregate.') },
  rows: async function* ({ session, args }) {
    yield [await findAggregate(session, args.aggregate)];
  },
  columns: aggregateColumns,
});
