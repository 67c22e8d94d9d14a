import { firewallRules } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given firewall rule.' };

export default neutronShow(firewallRules, { openstack: 'firewall group rule show' });
