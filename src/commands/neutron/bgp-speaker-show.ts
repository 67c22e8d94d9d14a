import { bgpSpeakers } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given BGP speaker.' };

export default neutronShow(bgpSpeakers, { openstack: 'bgp speaker show' });
