import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { findService, goesWithService, removeService } from '../../services/compute/service-changes.js';
import { foundOf } from '../shared/plans.js';

export const about = {
  summary:
    'Delete the service by UUID ID. If deleting a nova-compute service, be sure to stop the actual nova-compute process ' +
    'on the physical host before deleting the service with this command. Failing to do so can lead to the running ' +
    'service re-creating orphaned compute_nodes table records in the database.',
};

export default act({
  openstack: 'compute service delete',
  arguments: { id: argument('<id>', 'ID of service as a UUID.') },
  targets: ({ args }) => [args.id],
  find: async ({ session }, given) => foundOf(await findService(session, given)),
  goesWith: ({ session }, service) => goesWithService(session, service),
  run: ({ session }, id) => removeService(session, id),
  destroys: 'service',
  until: 'gone',
});
