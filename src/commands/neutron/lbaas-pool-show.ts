import { lbaasPools } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';
import { idsOf } from '../shared/neutron-texts.js';

export const about = { summary: 'LBaaS v2 Show information of a given pool.' };

export default neutronShow(lbaasPools, {
  openstack: 'loadbalancer pool show',
  shown: (pool) => (pool.members === undefined ? pool : { ...pool, members: idsOf(pool.members) }),
});
