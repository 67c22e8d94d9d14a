import { ipsecSiteConnections } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given IPsec site connection.' };

export default neutronShow(ipsecSiteConnections, {
  openstack: 'vpn ipsec site connection show',
  called: 'IPsec site connection',
});
