import { securityGroups } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given security group.' };

export default neutronShow(securityGroups, {
  openstack: 'security group show',
  indent: 5,
  isIndentedLater: true,
});
