import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { getFixedIp } from '../../services/compute/fixed-ips.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Retrieve info on a fixed IP.' };

export default list({
  openstack: 'port list --long --fixed-ip ip-address={fixedIp}',
  arguments: { fixedIp: argument('<fixed_ip>', 'Fixed IP Address.') },
  rows: async function* ({ session, args }) {
    yield [await getFixedIp(session, args.fixedIp)];
  },
  columns: {
    address: attribute('address'),
    cidr: attribute('cidr'),
    hostname: attribute('hostname'),
    host: attribute('host'),
    reserved: { ...attribute('reserved'), since: '2.4' },
  },
});
