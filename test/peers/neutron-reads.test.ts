/** The read commands of neutron against the embedded cloud, which has what no real one here serves, with neutronclient 8.1. */
import { neutron81 } from '../cloud/clouds.js';
import { sideBySide } from '../cloud/side-by-side.js';
import { byV3, embedded, sandbox } from './embedded.js';

/** What can be listed and shown, by the noun of its commands, and where it is. */
const nouns: Readonly<Record<string, string>> = {
  'address-scope': 'address-scopes',
  agent: 'agents',
  'bgp-peer': 'bgp-peers',
  'bgp-speaker': 'bgp-speakers',
  firewall: 'fw/firewalls',
  'firewall-policy': 'fw/firewall_policies',
  'firewall-rule': 'fw/firewall_rules',
  flavor: 'flavors',
  'flavor-profile': 'service_profiles',
  floatingip: 'floatingips',
  'ipsec-site-connection': 'vpn/ipsec-site-connections',
  'lb-healthmonitor': 'lb/health_monitors',
  'lb-member': 'lb/members',
  'lb-pool': 'lb/pools',
  'lb-vip': 'lb/vips',
  'lbaas-healthmonitor': 'lbaas/healthmonitors',
  'lbaas-l7policy': 'lbaas/l7policies',
  'lbaas-listener': 'lbaas/listeners',
  'lbaas-loadbalancer': 'lbaas/loadbalancers',
  'lbaas-pool': 'lbaas/pools',
  'meter-label': 'metering/metering-labels',
  'meter-label-rule': 'metering/metering-label-rules',
  net: 'networks',
  port: 'ports',
  'qos-policy': 'qos/policies',
  rbac: 'rbac-policies',
  router: 'routers',
  'security-group': 'security-groups',
  'security-group-rule': 'security-group-rules',
  subnet: 'subnets',
  subnetpool: 'subnetpools',
  'vpn-endpoint-group': 'vpn/endpoint-groups',
  'vpn-ikepolicy': 'vpn/ikepolicies',
  'vpn-ipsecpolicy': 'vpn/ipsecpolicies',
  'vpn-service': 'vpn/vpnservices',
};

/** What is below another one. */
const rules: Readonly<Record<string, string>> = {
  'qos-bandwidth-limit-rule': 'qos/policies/{first:qos-policy}/bandwidth_limit_rules',
  'qos-dscp-marking-rule': 'qos/policies/{first:qos-policy}/dscp_marking_rules',
  'qos-minimum-bandwidth-rule': 'qos/policies/{first:qos-policy}/minimum_bandwidth_rules',
  'lbaas-member': 'lbaas/pools/{first:lbaas-pool}/members',
  'lbaas-l7rule': 'lbaas/l7policies/{first:lbaas-l7policy}/rules',
};

const exported = await sandbox();
const ids = await (await embedded(exported)).withFirst({ ...nouns, ...rules });
const cloud = {
  ...ids,
  env: byV3(exported),
  member: (name: string) => byV3({ ...exported, ...ids.member(name) }),
};

sideBySide(
  cloud,
  neutron81,
  Object.keys(nouns).flatMap((noun) => [
    { run: `${noun}-list`, finds: 'id' },
    { run: `${noun}-list -f csv`, as: 'jtopjian' },
    { run: `${noun}-show {first:${noun}}`, finds: 'id' },
    `${noun}-show nope`,
  ]),
);

// By name, of which there may be more than one.
sideBySide(cloud, neutron81, [
  { run: 'lb-pool-show web', finds: 'ROUND_ROBIN' },
  { run: 'lb-vip-show web', finds: 'HTTP' },
  { run: 'lbaas-loadbalancer-show shop', finds: 'haproxy' },
  { run: 'lbaas-listener-show shop-http', finds: 'HTTP' },
  { run: 'firewall-rule-show rest', finds: 'deny' },
  { run: 'vpn-service-show branch', finds: 'branch' },
  { run: 'meter-label-show outgoing', finds: 'outgoing' },
  { run: 'qos-policy-show bronze', finds: 'bronze' },
  { run: 'router-show edge', finds: 'external_gateway_info' },
  { run: 'net-show public -f shell', finds: 'id=' },
  { run: 'net-show public --max-width 50', finds: 'public' },
  { run: 'security-group-show default', hint: /^[0-9a-f-]{36}\n/ },
]);

// What is below another one, and what hosts what.
sideBySide(cloud, neutron81, [
  ...Object.entries(rules).flatMap(([noun, path]) => {
    const parent = /\{[^}]+\}/.exec(path)?.[0];
    return [
      { run: `${noun}-list ${parent}`, finds: 'id' },
      { run: `${noun}-show {first:${noun}} ${parent}`, finds: 'id' },
    ];
  }),
  'lb-pool-stats {first:lb-pool}',
  'lbaas-loadbalancer-stats {first:lbaas-loadbalancer}',
  'lbaas-loadbalancer-status {first:lbaas-loadbalancer}',
  'lb-agent-hosting-pool {first:lb-pool}',
  'lbaas-agent-hosting-loadbalancer {first:lbaas-loadbalancer}',
  'bgp-speaker-advertiseroute-list {first:bgp-speaker}',
  'bgp-dragent-list-hosting-speaker {first:bgp-speaker}',
  'dhcp-agent-list-hosting-net {first:net}',
  'l3-agent-list-hosting-router {first:router}',
  'router-port-list {first:router}',
  'net-list-on-dhcp-agent {first:agent}',
  'router-list-on-l3-agent {first:agent}',
  'lb-pool-list-on-agent {first:agent}',
  'lbaas-loadbalancer-list-on-agent {first:agent}',
  'bgp-speaker-list-on-dragent {first:agent}',
  'net-ip-availability-list',
  'net-ip-availability-show {first:net}',
  'net-list -P 2',
  'port-list -P 3 --sort-key id',
  'quota-list',
  'quota-show',
  'quota-default-show',
  'auto-allocated-topology-show',
  'auto-allocated-topology-show --dry-run',
  'availability-zone-list',
  'ext-list',
  'ext-show router',
  'service-provider-list',
  'qos-available-rule-types',
]);
