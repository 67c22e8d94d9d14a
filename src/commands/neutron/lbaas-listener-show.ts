import { listeners } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'LBaaS v2 Show information of a given listener.' };

export default neutronShow(listeners, { openstack: 'loadbalancer listener show' });
