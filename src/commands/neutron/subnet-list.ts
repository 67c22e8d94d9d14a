import { subnets } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { linesOf } from '../shared/neutron-texts.js';

export const about = { summary: 'List subnets that belong to a given tenant.' };

export default neutronList(subnets, {
  openstack: 'subnet list',
  columns: ['id', 'name', 'cidr', 'allocation_pools'],
  texts: {
    allocation_pools: linesOf('allocation_pools'),
    dns_nameservers: linesOf('dns_nameservers'),
    host_routes: linesOf('host_routes'),
  },
});
