import { list } from '../../command/define.js';
import { listFloatingIps } from '../../services/compute/floating-ips.js';
import { orRemoved } from '../../services/compute/removed-apis.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List floating IPs.' };

export default list({
  openstack: 'floating ip list',
  rows: ({ session }) => orRemoved('floatingIps', listFloatingIps(session)),
  columns: {
    id: attribute('Id'),
    ip: attribute('IP'),
    server: attribute('Server Id', 'instance_id'),
    fixedIp: attribute('Fixed IP'),
    pool: attribute('Pool'),
  },
});
