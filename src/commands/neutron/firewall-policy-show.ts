import { firewallPolicies } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given firewall policy.' };

export default neutronShow(firewallPolicies, { openstack: 'firewall group policy show' });
