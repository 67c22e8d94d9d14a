import { agents } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given agent.' };

export default neutronShow(agents, { openstack: 'network agent show', byId: true, indent: 5 });
