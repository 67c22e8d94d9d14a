import { l7policies } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'LBaaS v2 Show information of a given L7 policy.' };

export default neutronShow(l7policies, { openstack: 'loadbalancer l7policy show' });
