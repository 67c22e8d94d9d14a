import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { lbaasMembers, lbaasPools } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'LBaaS v2 List members that belong to a given pool.' };

export default neutronList(lbaasMembers, {
  openstack: 'loadbalancer member list {pool}',
  columns: ['id', 'name', 'address', 'protocol_port', 'weight', 'subnet_id', 'admin_state_up', 'status'],
  arguments: { pool: argument('POOL', 'ID or name of the pool that this member belongs to.') },
  from: ({ session, args }) => below(session, lbaasPools, args.pool ?? '', lbaasMembers),
});
