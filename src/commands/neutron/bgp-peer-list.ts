import { bgpPeers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List BGP peers.' };

export default neutronList(bgpPeers, {
  openstack: 'bgp peer list',
  columns: ['id', 'name', 'peer_ip', 'remote_as'],
});
