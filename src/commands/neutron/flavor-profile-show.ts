import { serviceProfiles } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information about a given Neutron service flavor profile.' };

export default neutronShow(serviceProfiles, { openstack: 'network flavor profile show' });
