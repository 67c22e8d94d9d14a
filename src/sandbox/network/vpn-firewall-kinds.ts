import { kind } from './kind.js';

/** Private networks over public ones, and firewalls. */

const notFound = (type: string, noun: string): readonly [string, string] => [type, `${noun} % could not be found`];

const privateNetworks = [
  kind({
    path: 'vpn/vpnservices',
    one: 'vpnservice',
    missing: notFound('VPNServiceNotFound', 'VPNService'),
    required: ['router_id'],
    defaults: {
      name: '',
      description: '',
      subnet_id: null,
      router_id: null,
      admin_state_up: true,
      external_v4_ip: null,
      external_v6_ip: null,
      status: 'ACTIVE',
    },
  }),
  kind({
    path: 'vpn/ikepolicies',
    one: 'ikepolicy',
    missing: notFound('IKEPolicyNotFound', 'IKEPolicy'),
    defaults: {
      name: '',
      description: '',
      auth_algorithm: 'sha1',
      encryption_algorithm: 'aes-128',
      phase1_negotiation_mode: 'main',
      lifetime: { units: 'seconds', value: 3600 },
      ike_version: 'v1',
      pfs: 'group5',
    },
  }),
  kind({
    path: 'vpn/ipsecpolicies',
    one: 'ipsecpolicy',
    missing: notFound('IPsecPolicyNotFound', 'IPsecPolicy'),
    defaults: {
      name: '',
      description: '',
      transform_protocol: 'esp',
      auth_algorithm: 'sha1',
      encryption_algorithm: 'aes-128',
      encapsulation_mode: 'tunnel',
      lifetime: { units: 'seconds', value: 3600 },
      pfs: 'group5',
    },
  }),
  kind({
    path: 'vpn/ipsec-site-connections',
    one: 'ipsec_site_connection',
    missing: notFound('IPsecSiteConnectionNotFound', 'ipsec_site_connection'),
    required: ['vpnservice_id', 'ikepolicy_id', 'ipsecpolicy_id', 'peer_address', 'peer_id', 'psk'],
    defaults: {
      name: '',
      description: '',
      local_id: '',
      peer_address: null,
      peer_id: null,
      peer_cidrs: [],
      local_ep_group_id: null,
      peer_ep_group_id: null,
      route_mode: 'static',
      mtu: 1500,
      initiator: 'bi-directional',
      auth_mode: 'psk',
      psk: '',
      dpd: { action: 'hold', interval: 30, timeout: 120 },
      admin_state_up: true,
      status: 'ACTIVE',
      vpnservice_id: null,
      ikepolicy_id: null,
      ipsecpolicy_id: null,
    },
  }),
  kind({
    path: 'vpn/endpoint-groups',
    one: 'endpoint_group',
    missing: notFound('VPNEndpointGroupNotFound', 'Endpoint group'),
    required: ['type', 'endpoints'],
    defaults: { name: '', description: '', type: 'cidr', endpoints: [] },
  }),
];

const firewalls = [
  kind({
    path: 'fw/firewalls',
    one: 'firewall',
    missing: ['FirewallNotFound', 'Firewall % could not be found.'],
    required: ['firewall_policy_id'],
    defaults: {
      name: '',
      description: '',
      admin_state_up: true,
      status: 'ACTIVE',
      shared: false,
      firewall_policy_id: null,
      router_ids: [],
    },
  }),
  kind({
    path: 'fw/firewall_policies',
    one: 'firewall_policy',
    missing: ['FirewallPolicyNotFound', 'Firewall Policy % could not be found.'],
    required: ['name'],
    defaults: { name: '', description: '', shared: false, firewall_rules: [], audited: false },
  }),
  kind({
    path: 'fw/firewall_rules',
    one: 'firewall_rule',
    missing: ['FirewallRuleNotFound', 'Firewall Rule % could not be found.'],
    defaults: {
      name: '',
      description: '',
      firewall_policy_id: null,
      shared: false,
      protocol: null,
      ip_version: 4,
      source_ip_address: null,
      destination_ip_address: null,
      source_port: null,
      destination_port: null,
      position: null,
      action: 'deny',
      enabled: true,
    },
  }),
];

export const vpnAndFirewallKinds = [...privateNetworks, ...firewalls];
