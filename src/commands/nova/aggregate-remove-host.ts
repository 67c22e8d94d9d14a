import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { actOnAggregate, findAggregate } from '../../services/compute/aggregates.js';
import { aggregateColumns } from '../shared/aggregate-columns.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Remove the specified host from the specified aggregate.' };

export default listChange({
  openstack: 'aggregate remove host',
  arguments: {
    aggregate: argument('<aggregate>', 'Name or ID of aggregate.'),
    host: argument('<host>', 'The host to remove from the aggregate.'),
  },
  run: async ({ session, args: { aggregate, host } }) => [
    await actOnAggregate(session, await findAggregate(session, aggregate), 'remove_host', { host }),
  ],
  said: ([aggregate], { args }) =>
    `Host ${args.host} has been successfully removed from aggregate ${asText(aggregate?.id)} `,
  columns: aggregateColumns,
  targets: ({ args }) => [args.aggregate],
});
