import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { createNetwork } from '../../services/compute/network-changes.js';
import { needed } from '../shared/manage-arguments.js';
import { wholeNumber } from '../shared/whole-number.js';

export const about = { name: 'network create', summary: "Create one of nova's own networks." };

/** As a word, too: nova-manage takes them in this order. */
const word = (placeholder: string, help: string, long: string) => text(placeholder, help, { long, isWord: true });

export default act({
  openstack: 'network create {range:--subnet} {owner:--project} {label}',
  options: {
    label: requiredText('<label>', 'Label for network (ex: public).', { isWord: true }),
    range: word('<x.x.x.x/yy>', 'IPv4 subnet (ex: 10.0.0.0/8).', 'fixed_range_v4'),
    count: word('<number>', 'Number of networks to create: 1, since the API makes one.', 'num_networks'),
    size: word(
      '<number>',
      'Number of IPs per network: all of its range, since the API takes no other.',
      'network_size',
    ),
    multiHost: word("<'T'|'F'>", 'Multi host.', 'multi_host'),
    vlan: word('<vlan id>', 'VLAN id.', 'vlan'),
    vlanStart: word('<vlan start id>', 'First VLAN id.', 'vlan_start'),
    vpnStart: word('<port>', 'First VPN port.', 'vpn'),
    rangeV6: word('<range>', 'IPv6 subnet (ex: fe80::/64).', 'fixed_range_v6'),
    gateway: word('<gateway>', 'Gateway.', 'gateway'),
    gatewayV6: word('<gateway>', 'IPv6 gateway.', 'gateway_v6'),
    bridge: word('<bridge>', 'VIFs on this network are connected to this bridge.', 'bridge'),
    bridgeInterface: word('<interface>', 'The bridge is connected to this interface.', 'bridge_interface'),
    dns1: word('<DNS Address>', 'First DNS.', 'dns1'),
    dns2: word('<DNS Address>', 'Second DNS.', 'dns2'),
    owner: word('<project id>', 'Project id.', 'project_id'),
    priority: word('<number>', 'Network interface priority.', 'priority'),
    uuid: word('<network uuid>', 'Network UUID.', 'uuid'),
    fixedCidr: word('<x.x.x.x/yy>', 'IPv4 subnet for fixed IPs (ex: 10.20.0.0/16).', 'fixed_cidr'),
  },
  targets: ({ options }) => [options.label],
  run: ({ session, options }, label) => {
    const { range: cidr, rangeV6: cidr_v6, count, size, multiHost } = options;
    if (!cidr && !cidr_v6) needed('--fixed_range_v4 or --fixed_range_v6');
    if (count && wholeNumber('--num_networks', count) !== 1) throw new Failure('The API makes one network at a time.');
    if (size && wholeNumber('--network_size', size) !== addressesOf(cidr)) {
      throw new Failure('The API makes a network of all addresses of its range.');
    }
    const numbers = { vlan: options.vlan, vlan_start: options.vlanStart, vpn_start: options.vpnStart };
    return createNetwork(session, {
      ...{ label, cidr, cidr_v6, gateway: options.gateway, gateway_v6: options.gatewayV6, bridge: options.bridge },
      ...{ bridge_interface: options.bridgeInterface, dns1: options.dns1, dns2: options.dns2, uuid: options.uuid },
      ...{ project_id: options.owner, priority: options.priority, fixed_cidr: options.fixedCidr },
      ...Object.fromEntries(
        Object.entries(numbers).map(([key, given]) => [key, given && wholeNumber(`--${key}`, given)]),
      ),
      ...(multiHost && { multi_host: multiHost === 'T' }),
    });
  },
});

/** How many addresses an IPv4 range has; undefined where there is none. */
function addressesOf(range: string | undefined): number | undefined {
  const [, bits] = /\/(\d+)$/.exec(range ?? '') ?? [];
  return bits === undefined ? undefined : 2 ** (32 - Number(bits));
}
