import { argument, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { asText } from '../../lib/read.js';
import { aggregates, findAggregate } from '../../services/compute/aggregates.js';
import { updateOne } from '../../services/resource.js';
import { aggregateColumns } from '../shared/aggregate-columns.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: "Update the aggregate's name and optionally availability zone." };

export default listChange({
  openstack: 'aggregate set {name:--name} {availabilityZone:--zone}',
  options: {
    name: text('<name>', 'New name for aggregate.'),
    availabilityZone: text('<availability-zone>', 'New availability zone for aggregate.'),
  },
  arguments: { aggregate: argument('<aggregate>', 'Name or ID of aggregate to update.') },
  run: async ({ session, options: { name, availabilityZone }, args }) => {
    const { id } = await findAggregate(session, args.aggregate);
    const updates = { ...(name && { name }), ...(availabilityZone && { availability_zone: availabilityZone }) };
    if (Object.keys(updates).length === 0) {
      throw new Failure("Either '--name <name>' or '--availability-zone <availability-zone>' must be specified.");
    }
    return [await updateOne(session, aggregates, asText(id), updates)];
  },
  said: ([aggregate]) => `Aggregate ${asText(aggregate?.id)} has been successfully updated.`,
  columns: aggregateColumns,
  targets: ({ args }) => [args.aggregate],
});
