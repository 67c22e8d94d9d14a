import { securityGroupRules } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given security group rule.' };

export default neutronShow(securityGroupRules, { openstack: 'security group rule show', byId: true });
