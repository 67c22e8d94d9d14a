import { argument } from '../../command/options.js';
import { ports, routers } from '../../services/network/resources.js';
import { findOne } from '../../services/resource.js';
import { neutronList } from '../shared/neutron-list.js';
import { linesOf } from '../shared/neutron-texts.js';

export const about = { summary: 'List ports that belong to a given tenant, with specified router.' };

export default neutronList(ports, {
  openstack: 'port list --router {router}',
  columns: ['id', 'name', 'mac_address', 'fixed_ips'],
  texts: { fixed_ips: linesOf('fixed_ips') },
  arguments: { router: argument('ROUTER', 'ID or name of the router to look up.') },
  query: async ({ session, args }) => ({ device_id: (await findOne(session, routers, args.router ?? '')).id }),
});
