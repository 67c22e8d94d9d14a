import { flavors } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information about a given Neutron service flavor.' };

export default neutronShow(flavors, { openstack: 'network flavor show' });
