import { networkGateways } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given network gateway.' };

export default neutronShow(networkGateways, { openstack: false });
