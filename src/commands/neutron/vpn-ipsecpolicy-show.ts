import { ipsecpolicies } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given IPsec policy.' };

export default neutronShow(ipsecpolicies, { openstack: 'vpn ipsec policy show', called: 'IPsec policy' });
