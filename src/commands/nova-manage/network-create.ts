import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { createNetwork } from '../../services/compute/network-changes.js';
import { needed, sameAs } from '../shared/manage-arguments.js';
import { wholeNumber } from '../shared/whole-number.js';

export const about = { name: 'network create', summary: "Create one of nova's own networks." };

export default act({
  openstack: 'network create {range:--subnet} {owner:--project} {label}',
  options: {
    label: text('<label>', 'Label for network (ex: public).'),
    range: text('<x.x.x.x/yy>', 'IPv4 subnet (ex: 10.0.0.0/8).', { long: 'fixed_range_v4' }),
    rangeV6: text('<range>', 'IPv6 subnet (ex: fe80::/64).', { long: 'fixed_range_v6' }),
    count: text('<number>', 'Number of networks to create: 1, since the API makes one.', { long: 'num_networks' }),
    vlan: text('<vlan id>', 'VLAN id.'),
    gateway: text('<gateway>', 'Gateway.'),
    bridge: text('<bridge>', 'VIFs on this network are connected to this bridge.'),
    bridgeInterface: text('<interface>', 'The bridge is connected to this interface.', { long: 'bridge_interface' }),
    multiHost: text("<'T'|'F'>", 'Multi host.', { long: 'multi_host' }),
    dns1: text('<DNS Address>', 'First DNS.', { long: 'dns1' }),
    dns2: text('<DNS Address>', 'Second DNS.', { long: 'dns2' }),
    uuid: text('<network uuid>', 'Network UUID.'),
    owner: text('<project id>', 'Project id.', { long: 'project_id' }),
    priority: text('<number>', 'Network interface priority.'),
  },
  arguments: { typedLabel: sameAs('<label>') },
  targets: ({ args, options }) => [needed('--label', options.label, args.typedLabel)],
  run: ({ session, options }, label) => {
    const { range: cidr, rangeV6: cidr_v6, count = '1', vlan, gateway, bridge, bridgeInterface, multiHost } = options;
    if (!cidr && !cidr_v6) needed('--fixed_range_v4 or --fixed_range_v6');
    if (wholeNumber('--num_networks', count) !== 1) throw new Failure('The API makes one network at a time.');
    return createNetwork(session, {
      ...{ label, cidr, cidr_v6, gateway, bridge, bridge_interface: bridgeInterface },
      ...{ dns1: options.dns1, dns2: options.dns2, uuid: options.uuid, project_id: options.owner },
      ...{ priority: options.priority, vlan: vlan === undefined ? undefined : wholeNumber('--vlan', vlan) },
      ...(multiHost && { multi_host: multiHost === 'T' }),
    });
  },
});
