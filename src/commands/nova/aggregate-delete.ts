import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asArray, asText } from '../../lib/read.js';
import { aggregates, findAggregate } from '../../services/compute/aggregates.js';
import { findOne, removeById } from '../../services/resource.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Delete the aggregate.' };

export default act({
  openstack: 'aggregate delete',
  arguments: { aggregate: argument('<aggregate>', 'Name or ID of aggregate to delete.') },
  targets: ({ args }) => [args.aggregate],
  find: async ({ session }, given) => foundOf(await findAggregate(session, given)),
  goesWith: async (_, { hosts }) =>
    asArray(hosts)
      .map(asText)
      .map((host) => `host ${host} is in it: nova will refuse`),
  findFirst: ({ session }, given) => findOne(session, aggregates, given),
  run: ({ session }, _, { id }) => removeById(session, aggregates, id),
  accepted: (_, __, { id }) => `Aggregate ${id} has been successfully deleted.`,
  destroys: 'aggregate',
  until: 'gone',
});
