import { list } from '../../command/define.js';
import { Failure } from '../../core/errors.js';
import { printf } from '../../lib/python/percent-format.js';
import { areNeutrons, listNetworks } from '../../services/compute/networks.js';
import { whereServed } from '../../services/unserved.js';

export const about = { name: 'network list', summary: "Show nova's own networks." };

/** nova-manage's own sentence since 2014.1 (nova/cmd/manage.py, validate_network_plugin), which also gave exit code 2. */
const NEUTRON =
  'ERROR: Network commands are not supported when using the Neutron API.  Use python-neutronclient instead.';
const INSTEAD = "'openstack network list' and 'openstack subnet list' ask the network service.";

export default list({
  openstack: 'network list --long',
  rows: async function* ({ session, warn }) {
    for await (const page of whereServed(listNetworks(session), NEUTRON, INSTEAD)) {
      if (areNeutrons(page)) throw new Failure(NEUTRON, { hint: INSTEAD }, 'usage');
      if (page.length > 0) warn("No API tells the numbers of networks in nova's database: '-' stands for the id.");
      yield page;
    }
  },
  columns: {
    id: { title: 'id', value: () => undefined },
    cidr: { title: 'IPv4', value: (network) => network.cidr },
    cidrV6: { title: 'IPv6', value: (network) => network.cidr_v6 },
    start: { title: 'start address', value: (network) => network.dhcp_start },
    dns1: { title: 'DNS1', value: (network) => network.dns1 },
    dns2: { title: 'DNS2', value: (network) => network.dns2 },
    vlan: { title: 'VlanID', value: (network) => network.vlan },
    project: { title: 'project', value: (network) => network.project_id },
    uuid: { title: 'uuid', value: (network) => network.id },
  },
  lines: {
    head: true,
    line: printf('%-5s\t%-18s\t%-15s\t%-15s\t%-15s\t%-15s\t%-15s\t%-15s\t%-15s'),
    empty: 'No networks found',
  },
});
