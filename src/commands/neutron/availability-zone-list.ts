import { availabilityZones } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List availability zones.' };

export default neutronList(availabilityZones, {
  openstack: 'availability zone list --network',
  columns: ['name', 'resource', 'state'],
});
