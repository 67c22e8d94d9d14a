import { endpointGroups } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show a specific VPN endpoint group.' };

export default neutronShow(endpointGroups, { openstack: 'vpn endpoint group show' });
