import { routers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { jsonOf } from '../shared/neutron-texts.js';

export const about = { summary: 'List routers that belong to a given tenant.' };

export default neutronList(routers, {
  openstack: 'router list',
  columns: ['id', 'name', 'external_gateway_info', 'distributed', 'ha'],
  earlyColumns: ['id', 'name', 'external_gateway_info'],
  texts: { external_gateway_info: jsonOf('external_gateway_info') },
});
