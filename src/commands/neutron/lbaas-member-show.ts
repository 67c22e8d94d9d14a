import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { lbaasMembers, lbaasPools } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'LBaaS v2 Show information of a given member.' };

export default neutronShow(lbaasMembers, {
  openstack: 'loadbalancer member show {pool} {target}',
  arguments: { pool: argument('POOL', 'ID or name of the pool that this member belongs to.') },
  within: (session, args) => below(session, lbaasPools, args.pool ?? '', lbaasMembers),
});
