import { mac, uuid } from '../ids.js';
import type { Tenant } from '../world.js';
import type { FixedNetwork, FloatingIp, Quantum, QuantumRow, SecurityGroup } from '../world-network.js';
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

/** Quantum beside nova's networks: the same two, one to the outside, and a router between. */
export function quantum(fixed: readonly FixedNetwork[]): Quantum {
  const owner = tenantId('admin');
  const row = (kind: string, name: string, rest: Record<string, unknown>): QuantumRow => ({
    id: uuid('quantum', kind, name),
    name,
    tenant_id: owner,
    ...rest,
  });
  const outside = row('network', 'public', {
    admin_state_up: true,
    status: 'ACTIVE',
    shared: false,
    subnets: [uuid('quantum', 'subnet', 'public')],
    'router:external': true,
    'provider:network_type': 'flat',
    'provider:physical_network': 'public',
    'provider:segmentation_id': null,
  });
  const router = row('router', 'edge', {
    status: 'ACTIVE',
    admin_state_up: true,
    routes: [],
    external_gateway_info: { network_id: outside.id },
  });
  const subnet = (name: string, networkId: string, cidr: string, dhcp: boolean): QuantumRow => {
    const start = cidr.replace(/\.0\/24$/, '');
    return row('subnet', name, {
      network_id: networkId,
      ip_version: 4,
      cidr,
      gateway_ip: `${start}.1`,
      enable_dhcp: dhcp,
      allocation_pools: [{ start: `${start}.2`, end: `${start}.254` }],
      dns_nameservers: [],
      host_routes: [],
    });
  };
  const port = (name: string, networkId: string, subnetName: string, address: string, kind: string): QuantumRow => ({
    ...row('port', name, {
      network_id: networkId,
      admin_state_up: true,
      status: 'ACTIVE',
      mac_address: mac('quantum', name),
      fixed_ips: [{ subnet_id: uuid('quantum', 'subnet', subnetName), ip_address: address }],
      device_id: router.id,
      device_owner: kind,
      security_groups: [],
    }),
    name: '',
  });
  const agent = (binary: string, type: string, host: string): QuantumRow => ({
    id: uuid('quantum', 'agent', binary, host),
    tenant_id: owner,
    agent_type: type,
    binary,
    host,
    topic: type === 'L3 agent' ? 'l3_agent' : 'dhcp_agent',
    admin_state_up: true,
    alive: true,
    created_at: '2013-01-10 10:00:00',
    started_at: '2013-02-01 06:25:10',
    heartbeat_timestamp: '2013-02-25 19:32:39',
    description: null,
    configurations: {},
  });
  return {
    networks: [
      ...fixed.map(({ id, label, tenantId: tenant, vlan }) => ({
        ...row('network', label, {
          admin_state_up: true,
          status: 'ACTIVE',
          shared: tenant === null,
          subnets: [uuid('quantum', 'subnet', label)],
          'router:external': false,
          'provider:network_type': 'vlan',
          'provider:physical_network': 'physnet1',
          'provider:segmentation_id': vlan,
        }),
        id,
        tenant_id: tenant ?? owner,
      })),
      outside,
    ],
    subnets: [
      ...fixed.map(({ id, label, cidr, tenantId: tenant }) => ({
        ...subnet(label, id, cidr, true),
        tenant_id: tenant ?? owner,
      })),
      subnet('public', outside.id, '199.116.232.0/24', false),
    ],
    ports: [
      ...fixed.map(({ id, label, gateway }) => port(`edge-${label}`, id, label, gateway, 'network:router_interface')),
      port('edge-public', outside.id, 'public', '199.116.232.2', 'network:router_gateway'),
    ],
    routers: [router],
    floatingips: [],
    agents: [
      agent('quantum-dhcp-agent', 'DHCP agent', 'cloud.example.com'),
      agent('quantum-l3-agent', 'L3 agent', 'cloud.example.com'),
    ],
  };
}
