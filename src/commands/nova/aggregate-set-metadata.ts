import { argument, restArguments } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { asRecord, asText } from '../../lib/read.js';
import { actOnAggregate, findAggregate } from '../../services/compute/aggregates.js';
import { aggregateColumns } from '../shared/aggregate-columns.js';
import { listChange } from '../shared/list-changes.js';
import { keysAndValues } from '../shared/metadata.js';

export const about = { summary: 'Update the metadata associated with the aggregate.' };

export default listChange({
  openstack: 'aggregate set {metadata:--property} {aggregate}',
  arguments: {
    aggregate: argument('<aggregate>', 'Name or ID of aggregate to update.'),
    metadata: restArguments(
      '<key=value>',
      'Metadata to add/update to aggregate. Specify only the key to delete a metadata item.',
    ),
  },
  run: async ({ session, args }) => {
    const aggregate = await findAggregate(session, args.aggregate);
    const now = asRecord(aggregate.metadata);
    const metadata = keysAndValues(args.metadata);
    const pairs = Object.entries(metadata);
    if (pairs.some(([key, value]) => value !== null && now[key] === value))
      throw new Failure('metadata already exists');
    const unknown = pairs.find(([key, value]) => value === null && !Object.hasOwn(now, key));
    if (unknown !== undefined) {
      throw new Failure(`metadata key ${unknown[0]} does not exist hence can not be deleted`);
    }
    return [await actOnAggregate(session, aggregate, 'set_metadata', { metadata })];
  },
  said: ([aggregate]) => `Metadata has been successfully updated for aggregate ${asText(aggregate?.id)}.`,
  columns: aggregateColumns,
  targets: ({ args }) => [args.aggregate],
});
