import { ipsecSiteConnections } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { linesOf } from '../shared/neutron-texts.js';

export const about = { summary: 'List IPsec site connections that belong to a given tenant.' };

export default neutronList(ipsecSiteConnections, {
  openstack: 'vpn ipsec site connection list',
  columns: ['id', 'name', 'peer_address', 'auth_mode', 'status'],
  texts: { peer_cidrs: linesOf('peer_cidrs') },
});
