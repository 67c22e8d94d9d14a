import { lbaasHealthmonitors } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'LBaaS v2 Show information of a given healthmonitor.' };

export default neutronShow(lbaasHealthmonitors, { openstack: 'loadbalancer healthmonitor show' });
