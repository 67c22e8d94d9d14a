import { policyProfiles } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List policy profiles that belong to a given tenant.' };

export default neutronList(policyProfiles, {
  openstack: false,
  columns: ['id', 'name'],
});
