import { extensions } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List all extensions.' };

export default neutronList(extensions, {
  openstack: 'extension list --network',
  columns: ['alias', 'name'],
  earlyColumns: ['alias', 'description', 'links', 'name', 'namespace', 'updated'],
  paged: false,
  sorted: false,
});
