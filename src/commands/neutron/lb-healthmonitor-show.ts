import { healthMonitors } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given health monitor.' };

export default neutronShow(healthMonitors, { openstack: false, byId: true });
