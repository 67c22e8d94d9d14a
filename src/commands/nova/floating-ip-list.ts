import { list } from '../../command/define.js';
import { listFloatingIps } from '../../services/compute/floating-ips.js';
import { orRemoved } from '../../services/compute/removed-apis.js';
import { floatingIpColumns } from '../shared/floating-ip-columns.js';

export const about = { summary: 'List floating IPs.' };

export default list({
  openstack: 'floating ip list',
  rows: ({ session }) => orRemoved('floatingIps', listFloatingIps(session)),
  columns: floatingIpColumns,
});
