import type { Resource } from '../resource.js';
import { findSentences } from './find-sentences.js';

/** A collection below `/v2.0`: its path, and what its answers call one and many (Networking API reference). */
const of = (path: string, noun: string, many = `${noun}s`): Resource => ({
  service: 'network',
  version: 'v2.0',
  path: `/${path}`,
  noun,
  many,
  byName: (name) => ({ name, fields: ['id', 'name'] }),
  exactNames: 'by the server',
  sentences: findSentences,
});

export const networks = of('networks', 'network');
export const subnets = of('subnets', 'subnet');
export const ports = of('ports', 'port');
export const routers = of('routers', 'router');
export const floatingips = of('floatingips', 'floatingip');
export const securityGroups = of('security-groups', 'security_group');
export const securityGroupRules = of('security-group-rules', 'security_group_rule');
export const subnetpools = of('subnetpools', 'subnetpool');
export const addressScopes = of('address-scopes', 'address_scope');
export const rbacPolicies = of('rbac-policies', 'rbac_policy', 'rbac_policies');
export const ipAvailabilities = of('network-ip-availabilities', 'network_ip_availability', 'network_ip_availabilities');
export const agents = of('agents', 'agent');
export const extensions = of('extensions', 'extension');
export const availabilityZones = of('availability_zones', 'availability_zone');
export const serviceProviders = of('service-providers', 'service_provider');
export const quotas = of('quotas', 'quota');
export const topologies = of('auto-allocated-topology', 'auto_allocated_topology');

export const flavors = of('flavors', 'flavor');
export const serviceProfiles = of('service_profiles', 'service_profile');
export const meteringLabels = of('metering/metering-labels', 'metering_label');
export const meteringLabelRules = of('metering/metering-label-rules', 'metering_label_rule');

export const qosPolicies = of('qos/policies', 'policy', 'policies');
export const qosRuleTypes = of('qos/rule-types', 'rule_type');
export const bandwidthLimitRules = of('bandwidth_limit_rules', 'bandwidth_limit_rule');
export const dscpMarkingRules = of('dscp_marking_rules', 'dscp_marking_rule');
export const minimumBandwidthRules = of('minimum_bandwidth_rules', 'minimum_bandwidth_rule');

export const vips = of('lb/vips', 'vip');
export const pools = of('lb/pools', 'pool');
export const members = of('lb/members', 'member');
export const healthMonitors = of('lb/health_monitors', 'health_monitor');
export const loadbalancers = of('lbaas/loadbalancers', 'loadbalancer');
export const listeners = of('lbaas/listeners', 'listener');
export const lbaasPools = of('lbaas/pools', 'pool');
export const lbaasMembers = of('members', 'member');
export const lbaasHealthmonitors = of('lbaas/healthmonitors', 'healthmonitor');
export const l7policies = of('lbaas/l7policies', 'l7policy', 'l7policies');
export const l7rules = of('rules', 'rule');

export const vpnservices = of('vpn/vpnservices', 'vpnservice');
export const ikepolicies = of('vpn/ikepolicies', 'ikepolicy', 'ikepolicies');
export const ipsecpolicies = of('vpn/ipsecpolicies', 'ipsecpolicy', 'ipsecpolicies');
export const ipsecSiteConnections = of('vpn/ipsec-site-connections', 'ipsec_site_connection');
export const endpointGroups = of('vpn/endpoint-groups', 'endpoint_group');
export const firewalls = of('fw/firewalls', 'firewall');
export const firewallPolicies = of('fw/firewall_policies', 'firewall_policy', 'firewall_policies');
export const firewallRules = of('fw/firewall_rules', 'firewall_rule');

export const bgpSpeakers = of('bgp-speakers', 'bgp_speaker');
export const bgpPeers = of('bgp-peers', 'bgp_peer');
export const advertisedRoutes = of('get_advertised_routes', 'advertised_route');

// What neutronclient 2.3 had and no later one.
export const networkGateways = of('network-gateways', 'network_gateway');
export const queues = of('qos-queues', 'qos_queue');
export const credentials = of('credentials', 'credential');
export const networkProfiles = of('network_profiles', 'network_profile');
export const policyProfiles = of('policy_profiles', 'policy_profile');
