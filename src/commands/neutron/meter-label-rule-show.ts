import { meteringLabelRules } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given metering label rule.' };

export default neutronShow(meteringLabelRules, { openstack: 'network meter rule show', byId: true });
