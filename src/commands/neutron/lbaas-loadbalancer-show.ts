import { loadbalancers } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'LBaaS v2 Show information of a given loadbalancer.' };

export default neutronShow(loadbalancers, { openstack: 'loadbalancer show' });
