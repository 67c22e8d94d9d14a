import { queues } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given queue.' };

export default neutronShow(queues, { openstack: false });
