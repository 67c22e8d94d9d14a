import { routers } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given router.' };

export default neutronShow(routers, { openstack: 'router show' });
