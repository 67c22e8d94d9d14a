import { meteringLabels } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given metering label.' };

export default neutronShow(meteringLabels, { openstack: 'network meter show' });
