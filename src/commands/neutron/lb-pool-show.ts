import { pools } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given pool.' };

export default neutronShow(pools, { openstack: false });
