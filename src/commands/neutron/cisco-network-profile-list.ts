import { networkProfiles } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List network profiles that belong to a given tenant.' };

export default neutronList(networkProfiles, {
  openstack: false,
  columns: ['id', 'name', 'segment_type', 'sub_type', 'segment_range', 'physical_network'],
});
