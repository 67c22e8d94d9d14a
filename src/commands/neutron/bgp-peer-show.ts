import { bgpPeers } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given BGP peer.' };

export default neutronShow(bgpPeers, { openstack: 'bgp peer show' });
