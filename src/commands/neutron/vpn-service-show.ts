import { vpnservices } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given VPN service.' };

export default neutronShow(vpnservices, { openstack: 'vpn service show', called: 'VPN service' });
