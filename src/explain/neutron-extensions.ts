import type { Explained } from './resource.js';

/** What extensions of neutron add to networks and routers. */
export default [
  {
    name: 'network-qos-policy',
    aliases: 'qos-policy',
    printedBy: ['neutron qos-policy-list', 'neutron qos-policy-show'],
    fields: `
rules: Its rules: bandwidth_limit, dscp_marking, minimum_bandwidth and so on.
is_default: Whether networks of the project have it where none is named.
`,
  },
  {
    name: 'network-qos-rule',
    aliases: 'qos-rule',
    printedBy: [
      ...['neutron qos-bandwidth-limit-rule-list', 'neutron qos-bandwidth-limit-rule-show'],
      ...['neutron qos-dscp-marking-rule-list', 'neutron qos-dscp-marking-rule-show'],
      ...['neutron qos-minimum-bandwidth-rule-list', 'neutron qos-minimum-bandwidth-rule-show'],
      'neutron qos-available-rule-types',
    ],
    fields: `
max_kbps: What a port may send or get at most, in kilobits a second.
max_burst_kbps: How far a burst may go beyond, in kilobits; 0 leaves it to the driver.
min_kbps: What a port is to have at least, in kilobits a second.
dscp_mark: The DSCP mark that its packets are given: 0, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 46, 48 or 56.
direction: ingress (to the port) or egress (from it); of packet rates also any, for both together.
type: The kind of rule: bandwidth_limit, dscp_marking, minimum_bandwidth, packet_rate_limit, minimum_packet_rate.
`,
  },
  {
    name: 'network-rbac',
    aliases: 'rbac',
    printedBy: ['neutron rbac-list', 'neutron rbac-show'],
    fields: `
action: access_as_shared, or access_as_external: what the other project may do.
object_type: What is shared: network, qos_policy, security_group, address_group, address_scope, subnetpool, bgpvpn.
object_id: Which one.
target_tenant: The project with which it is shared; * for all.
`,
  },
  {
    name: 'network-flavor',
    printedBy: ['neutron flavor-list', 'neutron flavor-show'],
    fields: `
service_type: What it is for, such as L3_ROUTER_NAT.
service_profiles: The profiles that carry it out.
`,
  },
  {
    name: 'network-flavor-profile',
    aliases: 'flavor-profile',
    printedBy: ['neutron flavor-profile-list', 'neutron flavor-profile-show'],
    fields: `
driver: The class that carries it out.
metainfo: What the driver is told.
`,
  },
  {
    name: 'network-meter',
    aliases: 'meter-label',
    printedBy: ['neutron meter-label-list', 'neutron meter-label-show'],
    fields: '',
  },
  {
    name: 'network-meter-rule',
    aliases: 'meter-label-rule',
    printedBy: ['neutron meter-label-rule-list', 'neutron meter-label-rule-show'],
    fields: `
excluded: Whether what it matches is not counted.
metering_label_id: The label for which it counts.
remote_ip_prefix: The addresses whose traffic it matches.
`,
  },
  {
    name: 'network-service-provider',
    aliases: 'service-provider',
    printedBy: ['neutron service-provider-list'],
    fields: `
service_type: What it provides, such as L3_ROUTER_NAT or VPN.
default: Whether it is used where none is named.
`,
  },
  {
    name: 'load-balancer-statistics',
    printedBy: ['neutron lb-pool-stats', 'neutron lbaas-loadbalancer-stats'],
    fields: `
active_connections: Connections at this moment.
total_connections: Connections since it was made.
bytes_in: Bytes that came in.
bytes_out: Bytes that went out.
`,
  },
  {
    name: 'network-gateway',
    aliases: 'net-gateway',
    printedBy: ['neutron net-gateway-list', 'neutron net-gateway-show'],
    fields: `
default: Whether it is used where none is named.
devices: The devices that it is made of, each with its interface.
ports: The ports of networks that it joins to the world outside.
`,
  },
  {
    name: 'network-queue',
    aliases: 'queue',
    printedBy: ['neutron queue-list', 'neutron queue-show'],
    fields: `
min: What is promised, in kilobits a second.
max: What is allowed, in kilobits a second.
qos_marking: trusted: the DSCP marks of guests are kept; untrusted: they are set.
dscp: The DSCP mark that is set.
default: Whether ports have it where none is named.
`,
  },
  {
    name: 'cisco-profile',
    aliases: 'cisco-credential cisco-network-profile cisco-policy-profile',
    printedBy: [
      ...['neutron cisco-credential-list', 'neutron cisco-credential-show'],
      ...['neutron cisco-network-profile-list', 'neutron cisco-network-profile-show'],
      ...['neutron cisco-policy-profile-list', 'neutron cisco-policy-profile-show'],
    ],
    fields: `
credential_id: The login to a switch.
credential_name: The address of the switch.
user_name: The user of that login.
password: Its password.
segment_type: How networks of the profile are carried: vlan, overlay or trunk.
sub_type: Of overlay, how.
segment_range: Their VLANs or tunnels.
physical_network: The physical network that carries them.
multicast_ip_index: Which of the addresses is used next.
multicast_ip_range: Multicast addresses of overlays.
`,
  },
] satisfies readonly Explained[];
