import { credentials } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given credential.' };

export default neutronShow(credentials, { openstack: false });
