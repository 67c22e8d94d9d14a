import { act } from '../../command/act.js';
import { argument, integer, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { boolFromString } from '../../lib/python/bool-from-string.js';
import { createNetwork } from '../../services/compute/network-changes.js';

export const about = { summary: 'Create a network.' };

/** True as novaclient has it; what is not said is not sent. */
const truth = (key: string, word: string | undefined) =>
  word === undefined ? {} : { [key]: boolFromString(word) ?? false };

export default act({
  openstack: false,
  options: {
    fixedRangeV4: text('<x.x.x.x/yy>', 'IPv4 subnet (ex: 10.0.0.0/8).', { long: 'fixed-range-v4' }),
    fixedRangeV6: text('CIDR_V6', 'IPv6 subnet (ex: fe80::/64).', { long: 'fixed-range-v6' }),
    vlan: integer('<vlan id>', 'The vlan ID to be assigned to the project.'),
    vlanStart: integer(
      '<vlan start>',
      'First vlan ID to be assigned to the project. Subsequent vlan IDs will be assigned incrementally.',
    ),
    vpn: integer('<vpn start>', 'Vpn start.'),
    gateway: text('GATEWAY', 'Gateway.'),
    gatewayV6: text('GATEWAY_V6', 'IPv6 gateway', { long: 'gateway-v6' }),
    bridge: text('<bridge>', 'VIFs on this network are connected to this bridge.'),
    bridgeInterface: text('<bridge interface>', 'The bridge is connected to this interface.'),
    multiHost: text("<'T'|'F'>", 'Multi host.'),
    dns1: text('<DNS Address>', 'First DNS.', { long: 'dns1' }),
    dns2: text('<DNS Address>', 'Second DNS.', { long: 'dns2' }),
    uuid: text('<network uuid>', 'Network UUID.'),
    fixedCidr: text('<x.x.x.x/yy>', 'IPv4 subnet for fixed IPs (ex: 10.20.0.0/16).'),
    owner: text('<project id>', 'Project ID.', { long: 'project-id' }),
    priority: text('<number>', 'Network interface priority.'),
    mtu: integer('MTU', 'MTU for network.'),
    enableDhcp: text("<'T'|'F'>", 'Enable DHCP.'),
    dhcpServer: text('DHCP_SERVER', 'DHCP-server address (defaults to gateway address).'),
    shareAddress: text("<'T'|'F'>", 'Share address.'),
    allowedStart: text('ALLOWED_START', 'Start of allowed addresses for instances.'),
    allowedEnd: text('ALLOWED_END', 'End of allowed addresses for instances.'),
  },
  arguments: { label: argument('<network_label>', 'Label for network') },
  targets: ({ args }) => [args.label],
  run: ({ session, options }, label) => {
    const {
      fixedRangeV4: cidr,
      fixedRangeV6: cidr_v6,
      vlan,
      vlanStart,
      gateway,
      bridge,
      uuid,
      priority,
      mtu,
    } = options;
    if (!cidr && !cidr_v6) throw new Failure('Must specify either fixed_range_v4 or fixed_range_v6');
    const [vlan_start, vpn_start, gateway_v6] = [vlanStart, options.vpn, options.gatewayV6];
    const [bridge_interface, fixed_cidr, project_id] = [options.bridgeInterface, options.fixedCidr, options.owner];
    return createNetwork(session, {
      ...{ label, cidr, cidr_v6, vlan, vlan_start, vpn_start, gateway, gateway_v6, bridge, bridge_interface },
      ...{ dns1: options.dns1, dns2: options.dns2, uuid, fixed_cidr, project_id, priority, mtu },
      ...{ dhcp_server: options.dhcpServer, allowed_start: options.allowedStart, allowed_end: options.allowedEnd },
      ...truth('multi_host', options.multiHost),
      ...truth('enable_dhcp', options.enableDhcp),
      ...truth('share_address', options.shareAddress),
    });
  },
});
