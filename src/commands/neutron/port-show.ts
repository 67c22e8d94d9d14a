import { ports } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given port.' };

export default neutronShow(ports, { openstack: 'port show' });
