import { networkProfiles } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given network profile.' };

export default neutronShow(networkProfiles, { openstack: false });
