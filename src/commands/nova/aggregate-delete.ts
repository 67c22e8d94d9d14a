import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { aggregates } from '../../services/compute/aggregates.js';
import { findOne, removeById } from '../../services/resource.js';

export const about = { summary: 'Delete the aggregate.' };

export default act({
  openstack: 'aggregate delete',
  arguments: { aggregate: argument('<aggregate>', 'Name or ID of aggregate to delete.') },
  targets: ({ args }) => [args.aggregate],
  find: ({ session }, given) => findOne(session, aggregates, given),
  findFirst: ({ session }, given) => findOne(session, aggregates, given),
  run: ({ session }, _, { id }) => removeById(session, aggregates, id),
  accepted: (_, __, { id }) => `Aggregate ${id} has been successfully deleted.`,
  destroys: 'aggregate',
  until: 'gone',
});
