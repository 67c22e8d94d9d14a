import { vips } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given vip.' };

export default neutronShow(vips, { openstack: false });
