import { uuid } from '../ids.js';
import type { NetworkRow, NetworkTables } from '../world-network.js';
import { tenantId } from './identity.js';

/** Agents and what they host, quality of service, metering and all the rest, so that every list shows something. */

const owner = tenantId('admin');
const id = (kind: string, name: string): string => uuid('quantum', kind, name);
const row = (kind: string, name: string, fields: Record<string, unknown>): NetworkRow => ({
  id: id(kind, name),
  tenant_id: owner,
  ...fields,
});
const times = { created_at: '2013-01-10T10:00:00Z', updated_at: '2013-01-10T10:00:00Z' };
const controller = 'cloud.example.com';

export function extraTables(): NetworkTables {
  const [dhcp, l3, balancer, second, dynamic] = agents();
  const hosts = (agent: NetworkRow | undefined, thing: string): NetworkRow[] =>
    agent === undefined ? [] : [{ id: `${agent.id}/${thing}`, tenant_id: '', agent_id: agent.id, thing_id: thing }];
  const networks = ['3df67919-9600-4ea8-952e-2a7be6f70774', '8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a'];
  return {
    agents: agents(),
    hosted: [
      ...networks.flatMap((network) => hosts(dhcp, network)),
      ...hosts(l3, id('router', 'edge')),
      ...hosts(balancer, id('lb-pool', 'web')),
      ...hosts(second, id('lbaas', 'shop')),
      ...hosts(dynamic, id('bgp', 'edge')),
    ],
    ...pools(),
    ...quality(),
    ...measured(),
    ...ofPlugins(),
  };
}

/** One of each kind on the controller, and one on each compute node; that of c04 is silent. */
function agents(): NetworkRow[] {
  const agent = (binary: string, type: string, host: string, fields: Record<string, unknown>): NetworkRow => ({
    id: uuid('quantum', 'agent', binary, host),
    tenant_id: owner,
    agent_type: type,
    binary,
    host,
    ...fields,
  });
  const placed = { availability_zone: 'nova' };
  return [
    agent('quantum-dhcp-agent', 'DHCP agent', controller, { topic: 'dhcp_agent', ...placed }),
    agent('quantum-l3-agent', 'L3 agent', controller, { topic: 'l3_agent', ...placed }),
    agent('quantum-lbaas-agent', 'Loadbalancer agent', controller, { topic: 'lbaas_process_on_host_agent' }),
    agent('neutron-lbaasv2-agent', 'Loadbalancerv2 agent', controller, { topic: 'n-lbaasv2_agent' }),
    agent('neutron-bgp-dragent', 'BGP dynamic routing agent', controller, { topic: 'bgp_dragent' }),
    ...['c01', 'c02', 'c03', 'c04', 'c05'].map((name) =>
      agent('quantum-openvswitch-agent', 'Open vSwitch agent', `${name}.example.com`, {
        alive: name !== 'c04',
        configurations: { bridge_mappings: { physnet1: 'br-eth1' }, devices: 4, tunnel_types: [] },
        ...(name === 'c04' ? { heartbeat_timestamp: '2013-02-25 18:02:11' } : {}),
      }),
    ),
  ];
}

function pools(): NetworkTables {
  const scope = id('scope', 'campus');
  return {
    'address-scopes': [row('scope', 'campus', { name: 'campus' })],
    subnetpools: [
      row('subnetpool', 'campus', { name: 'campus', prefixes: ['10.64.0.0/12'], address_scope_id: scope, ...times }),
    ],
    'rbac-policies': [
      row('rbac', 'test02', { object_id: '8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a' }),
      row('rbac', 'public', { object_id: id('network', 'public'), action: 'access_as_external' }),
    ],
    segments: [
      row('segment', 'test01', {
        network_id: '3df67919-9600-4ea8-952e-2a7be6f70774',
        segmentation_id: 300,
        ...times,
      }),
    ],
    trunks: [
      row('trunk', 'edge', {
        name: 'edge',
        port_id: id('port', 'edge-test01'),
        sub_ports: [{ port_id: id('port', 'edge-test02'), segmentation_type: 'vlan', segmentation_id: 101 }],
        ...times,
      }),
    ],
    'bgp-speakers': [
      row('bgp', 'edge', {
        name: 'edge',
        local_as: 64512,
        peers: [id('bgp-peer', 'provider')],
        networks: [id('network', 'public')],
      }),
    ],
    'bgp-peers': [row('bgp-peer', 'provider', { name: 'provider', peer_ip: '199.116.232.254', remote_as: 64513 })],
  };
}

function quality(): NetworkTables {
  const policy = id('qos', 'bronze');
  const rule = (name: string, fields: Record<string, unknown>) => [
    row('qos-rule', name, { qos_policy_id: policy, ...fields }),
  ];
  return {
    'qos/policies': [row('qos', 'bronze', { name: 'bronze', description: 'for guests', shared: true, ...times })],
    'qos/policies/bandwidth_limit_rules': rule('limit', { max_kbps: 10_000, max_burst_kbps: 8000 }),
    'qos/policies/dscp_marking_rules': rule('dscp', { dscp_mark: 10 }),
    'qos/policies/minimum_bandwidth_rules': rule('minimum', { min_kbps: 1000 }),
  };
}

function measured(): NetworkTables {
  const label = id('label', 'outgoing');
  const profile = id('profile', 'haproxy');
  return {
    'metering/metering-labels': [row('label', 'outgoing', { name: 'outgoing', description: 'what leaves the campus' })],
    'metering/metering-label-rules': [
      row('label-rule', 'outgoing', { metering_label_id: label, direction: 'egress', remote_ip_prefix: '0.0.0.0/0' }),
    ],
    flavors: [
      row('flavor', 'balancer', { name: 'balancer', service_type: 'LOADBALANCERV2', service_profiles: [profile] }),
    ],
    service_profiles: [row('profile', 'haproxy', { description: 'HAProxy in a namespace', metainfo: '{}' })],
  };
}

function ofPlugins(): NetworkTables {
  const credential = id('credential', 'switch');
  return {
    'network-gateways': [row('gateway', 'rack', { name: 'rack', devices: [{ id: 'gw1', interface_name: 'breth1' }] })],
    'qos-queues': [row('queue', 'gold', { name: 'gold', max: 100, qos_marking: 'trusted', dscp: 8 })],
    credentials: [
      row('credential', 'switch', { credential_id: credential, credential_name: '10.0.8.250', user_name: 'ops' }),
    ],
    network_profiles: [
      row('network-profile', 'vlans', { name: 'vlans', segment_range: '300-399', physical_network: 'physnet1' }),
    ],
    policy_profiles: [row('policy-profile', 'default', { name: 'default-pp' })],
  };
}
