import { choice } from '../../command/options.js';
import { ipAvailabilities } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { filterText } from '../shared/neutron-options.js';

export const about = { summary: 'List IP usage of networks.' };

const returns = 'Returns IP availability for the network';

export default neutronList(ipAvailabilities, {
  openstack: 'ip availability list',
  columns: ['network_id', 'network_name', 'total_ips', 'used_ips'],
  paged: false,
  options: {
    ipVersion: choice(['4', '6'], `${returns} subnets with a given IP version. Default: 4`, {
      group: 'filtering arguments',
    }),
    networkId: filterText('NETWORK_ID', `${returns} matching a given network ID.`),
    networkName: filterText('NETWORK_NAME', `${returns} matching a given name.`),
    tenantId: filterText('TENANT_ID', `${returns}s with a given tenant ID.`),
  },
  filters: { networkId: 'network_id', networkName: 'network_name', tenantId: 'tenant_id' },
  query: ({ options }) => ({ ip_version: String(options.ipVersion ?? 4) }),
});
