import { objectOf } from '../../services/answer.js';
import { pools } from '../../services/network/resources.js';
import { callOf, pathOf } from '../../services/resource.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Retrieve stats for a given pool.' };

export default neutronShow(pools, {
  openstack: false,
  ask: (session, id, query) => objectOf(session, { ...callOf(pools, pathOf(pools, id, '/stats')), query }, 'stats'),
});
