import type { Tenant } from '../world.js';
import type { FixedNetwork, FloatingIp, SecurityGroup } from '../world-network.js';
import { tenantId } from './identity.js';

/** The two networks of the guide: the first was given to a project, the second is still to be had. */
export function networks(): FixedNetwork[] {
  const network = (id: string, label: string, third: number, vlan: number, owner: string | null): FixedNetwork => ({
    id,
    label,
    cidr: `10.1.${third}.0/24`,
    netmask: '255.255.255.0',
    gateway: `10.1.${third}.1`,
    broadcast: `10.1.${third}.255`,
    dhcpStart: `10.1.${third}.3`,
    bridge: `br${vlan}`,
    bridgeInterface: 'eth1',
    vlan,
    tenantId: owner,
    created: '2013-01-10T10:00:00.000000',
  });
  return [
    network('3df67919-9600-4ea8-952e-2a7be6f70774', 'test01', 0, 300, tenantId('jtopjian')),
    network('8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a', 'test02', 1, 301, null),
  ];
}

/** The two lines of the guide's `nova-manage floating list`. */
export function floatingIps(): FloatingIp[] {
  const row = (number: number, address: string, owner: string | null, serverId: string | null): FloatingIp => ({
    number,
    address,
    tenantId: owner,
    serverId,
    fixedIp: null,
    pool: 'nova',
    interface: 'vlan20',
  });
  return [
    row(1, '1.2.3.4', tenantId('jtopjian'), null),
    row(2, '1.2.3.5', null, '48a415e7-6f07-4d33-ad00-814e60b010ff'),
  ];
}

/** Every tenant has `default`; two of them have more. */
export function securityGroups(tenants: readonly Tenant[]): SecurityGroup[] {
  let number = 0;
  let rule = 0;
  const from = (protocol: string, fromPort: number, toPort: number, cidr = '0.0.0.0/0') => {
    rule += 1;
    return { number: rule, protocol, fromPort, toPort, from: { cidr } };
  };
  const group = (name: string, description: string, owner: string, rules: SecurityGroup['rules']): SecurityGroup => {
    number += 1;
    return { number, name, description, tenantId: owner, rules };
  };
  return [
    ...tenants.map(({ id }) => group('default', 'default', id, [from('icmp', -1, -1), from('tcp', 22, 22)])),
    group('web', 'web servers', tenantId('jtopjian'), [from('tcp', 80, 80), from('tcp', 443, 443)]),
    group('nagios', 'monitored', tenantId('admin'), [from('tcp', 5666, 5666, '10.1.0.8/32')]),
  ];
}
