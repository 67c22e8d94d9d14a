import { type NetworkCall, rowsOf } from './call.js';
import { kind } from './kind.js';

/** Quality of service, metering, flavors, segments, trunks, BGP, and what only the first plugins had. */

/** A policy's rules of all kinds, each with its kind. */
function rulesOf(call: NetworkCall, policyId: string): unknown[] {
  return ['bandwidth_limit', 'dscp_marking', 'minimum_bandwidth'].flatMap((type) =>
    rowsOf(call, `qos/policies/${type}_rules`)
      .filter((row) => row.qos_policy_id === policyId)
      .map(({ tenant_id: _, ...row }) => ({ ...row, type })),
  );
}

const rule = (path: string, one: string, defaults: Readonly<Record<string, unknown>>, required: string[]) =>
  kind({
    path: `qos/policies/${path}`,
    one,
    within: 'qos_policy_id',
    open: true,
    tenantless: true,
    missing: ['QosRuleNotFound', 'QoS rule of type with ID % could not be found.'],
    required,
    defaults,
  });

const quality = [
  kind({
    path: 'qos/policies',
    one: 'policy',
    open: true,
    standard: true,
    missing: ['QosPolicyNotFound', 'QoS policy % could not be found.'],
    required: ['name'],
    derived: (call, { id }) => ({ rules: rulesOf(call, id) }),
    defaults: { name: '', shared: false, is_default: false, rules: [] },
  }),
  rule('bandwidth_limit_rules', 'bandwidth_limit_rule', { max_kbps: 0, max_burst_kbps: 0, direction: 'egress' }, [
    'max_kbps',
  ]),
  rule('dscp_marking_rules', 'dscp_marking_rule', { dscp_mark: 0 }, ['dscp_mark']),
  rule('minimum_bandwidth_rules', 'minimum_bandwidth_rule', { min_kbps: 0, direction: 'egress' }, ['min_kbps']),
];

const measured = [
  kind({
    path: 'metering/metering-labels',
    one: 'metering_label',
    adminOnly: true,
    missing: ['MeteringLabelNotFound', 'Metering label % does not exist'],
    required: ['name'],
    defaults: { name: '', description: '', shared: false },
  }),
  kind({
    path: 'metering/metering-label-rules',
    one: 'metering_label_rule',
    adminOnly: true,
    missing: ['MeteringLabelRuleNotFound', 'Metering label rule % does not exist'],
    required: ['metering_label_id', 'direction', 'remote_ip_prefix'],
    defaults: { metering_label_id: null, direction: 'ingress', remote_ip_prefix: null, excluded: false },
  }),
];

const flavors = [
  kind({
    path: 'flavors',
    one: 'flavor',
    open: true,
    missing: ['FlavorNotFound', 'Flavor % could not be found.'],
    required: ['service_type'],
    defaults: { name: '', description: '', service_type: null, service_profiles: [], enabled: true },
  }),
  kind({
    path: 'service_profiles',
    one: 'service_profile',
    adminOnly: true,
    missing: ['ServiceProfileNotFound', 'Service Profile % could not be found.'],
    defaults: { description: '', driver: '', metainfo: '', enabled: true },
  }),
];

const wiring = [
  kind({
    path: 'segments',
    one: 'segment',
    adminOnly: true,
    standard: true,
    missing: ['SegmentNotFound', 'Segment % could not be found.'],
    required: ['network_id', 'network_type'],
    defaults: {
      name: null,
      network_id: null,
      network_type: 'vlan',
      physical_network: 'physnet1',
      segmentation_id: null,
    },
  }),
  kind({
    path: 'trunks',
    one: 'trunk',
    standard: true,
    missing: ['TrunkNotFound', 'Trunk % could not be found.'],
    required: ['port_id'],
    defaults: { name: '', admin_state_up: true, port_id: null, status: 'ACTIVE', sub_ports: [] },
  }),
  kind({
    path: 'bgp-speakers',
    one: 'bgp_speaker',
    adminOnly: true,
    missing: ['BgpSpeakerNotFound', 'BGP speaker % could not be found.'],
    required: ['name', 'local_as'],
    defaults: {
      name: '',
      local_as: 0,
      ip_version: 4,
      peers: [],
      networks: [],
      advertise_floating_ip_host_routes: true,
      advertise_tenant_networks: true,
    },
  }),
  kind({
    path: 'bgp-peers',
    one: 'bgp_peer',
    adminOnly: true,
    missing: ['BgpPeerNotFound', 'BGP peer % could not be found.'],
    required: ['name', 'peer_ip', 'remote_as'],
    defaults: { name: '', peer_ip: null, remote_as: 0, auth_type: 'none' },
  }),
];

/** What vendors' plugins brought, and took with them. */
const ofPlugins = [
  kind({
    path: 'network-gateways',
    one: 'network_gateway',
    missing: ['GatewayNotFound', 'Network Gateway % could not be found'],
    required: ['name'],
    defaults: { name: '', default: false, devices: [], ports: [] },
  }),
  kind({
    path: 'qos-queues',
    one: 'qos_queue',
    missing: ['QueueNotFound', 'Queue % does not exist'],
    required: ['name'],
    defaults: { name: '', min: 0, max: null, qos_marking: 'untrusted', dscp: 0, default: false },
  }),
  kind({
    path: 'credentials',
    one: 'credential',
    adminOnly: true,
    missing: ['CredentialNotFound', 'Credential % could not be found.'],
    defaults: { credential_id: null, credential_name: '', user_name: '', password: '', type: 'nexus' },
  }),
  kind({
    path: 'network_profiles',
    one: 'network_profile',
    open: true,
    missing: ['NetworkProfileNotFound', 'Network Profile % could not be found.'],
    defaults: {
      name: '',
      segment_type: 'vlan',
      sub_type: null,
      segment_range: null,
      physical_network: null,
      multicast_ip_index: 0,
      multicast_ip_range: null,
    },
  }),
  kind({
    path: 'policy_profiles',
    one: 'policy_profile',
    open: true,
    missing: ['PolicyProfileIdNotFound', 'Policy Profile % could not be found.'],
    defaults: { name: '' },
  }),
];

export const extraKinds = [...quality, ...measured, ...flavors, ...wiring, ...ofPlugins];
