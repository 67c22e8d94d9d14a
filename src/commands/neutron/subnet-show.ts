import { subnets } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given subnet.' };

export default neutronShow(subnets, { openstack: 'subnet show' });
