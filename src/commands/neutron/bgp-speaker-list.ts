import { bgpSpeakers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List BGP speakers.' };

export default neutronList(bgpSpeakers, {
  openstack: 'bgp speaker list',
  columns: ['id', 'name', 'local_as', 'ip_version'],
});
