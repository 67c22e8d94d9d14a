import { subnetpools } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given subnetpool.' };

export default neutronShow(subnetpools, { openstack: 'subnet pool show' });
