import { floatingips } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given floating IP.' };

export default neutronShow(floatingips, { openstack: 'floating ip show', byId: true });
