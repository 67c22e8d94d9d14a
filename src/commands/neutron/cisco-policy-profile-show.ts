import { policyProfiles } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given policy profile.' };

export default neutronShow(policyProfiles, { openstack: false });
