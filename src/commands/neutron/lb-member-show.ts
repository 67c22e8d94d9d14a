import { members } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given member.' };

export default neutronShow(members, { openstack: false, byId: true });
