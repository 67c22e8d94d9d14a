import { argument, optionalArgument } from '../../command/options.js';
import { aggregates } from '../../services/compute/aggregates.js';
import { createOne } from '../../services/resource.js';
import { aggregateColumns } from '../shared/aggregate-columns.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Create a new aggregate with the specified details.' };

export default listChange({
  openstack: 'aggregate create {zone:--zone} {name}',
  arguments: {
    name: argument('<name>', 'Name of aggregate.'),
    zone: optionalArgument('<availability-zone>', 'The availability zone of the aggregate (optional).'),
  },
  run: async ({ session, args: { name, zone } }) => [
    await createOne(session, aggregates, { name, availability_zone: zone ?? null }),
  ],
  columns: aggregateColumns,
  creates: 'aggregate',
});
