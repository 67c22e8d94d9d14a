import { firewalls } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given firewall.' };

export default neutronShow(firewalls, { openstack: 'firewall group show' });
