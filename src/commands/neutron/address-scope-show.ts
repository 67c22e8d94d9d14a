import { addressScopes } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information about an address scope.' };

export default neutronShow(addressScopes, { openstack: 'address scope show' });
