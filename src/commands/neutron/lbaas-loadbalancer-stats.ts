import { objectOf } from '../../services/answer.js';
import { loadbalancers } from '../../services/network/resources.js';
import { callOf, pathOf } from '../../services/resource.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Retrieve stats for a given loadbalancer.' };

export default neutronShow(loadbalancers, {
  openstack: 'loadbalancer stats show',
  ask: (session, id, query) =>
    objectOf(session, { ...callOf(loadbalancers, pathOf(loadbalancers, id, '/stats')), query }, 'stats'),
});
