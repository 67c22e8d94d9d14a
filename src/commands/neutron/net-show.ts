import { networks } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given network.' };

export default neutronShow(networks, { openstack: 'network show' });
