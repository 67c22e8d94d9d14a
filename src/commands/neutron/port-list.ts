import { ports } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { linesOf } from '../shared/neutron-texts.js';

export const about = { summary: 'List ports that belong to a given tenant.' };

export default neutronList(ports, {
  openstack: 'port list',
  columns: ['id', 'name', 'mac_address', 'fixed_ips'],
  texts: { fixed_ips: linesOf('fixed_ips') },
});
