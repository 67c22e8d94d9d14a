import { extensions } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given resource.' };

export default neutronShow(extensions, { openstack: 'extension show', byId: true });
