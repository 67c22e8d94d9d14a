import { uuid } from '../ids.js';
import type { NetworkRow, NetworkTables } from '../world-network.js';
import { tenantId } from './identity.js';

/** A balancer of each kind before the web servers, a private network to a branch, a firewall: one of everything. */

const owner = tenantId('jtopjian');
const id = (kind: string, name: string): string => uuid('quantum', kind, name);
const row = (kind: string, name: string, fields: Record<string, unknown>): NetworkRow => ({
  id: id(kind, name),
  tenant_id: owner,
  ...fields,
});
const web = ['10.1.0.5', '10.1.0.6'];
const subnet = uuid('subnet', 'novanetwork_0');

export function serviceTables(): NetworkTables {
  return { ...firstBalancers(), ...secondBalancers(), ...privateNetworks(), ...firewalls() };
}

function firstBalancers(): NetworkTables {
  const pool = id('lb-pool', 'web');
  const monitor = id('lb-monitor', 'web');
  return {
    'lb/vips': [
      row('lb-vip', 'web', {
        name: 'web',
        subnet_id: subnet,
        address: '10.1.0.80',
        port_id: id('lb-port', 'web'),
        pool_id: pool,
      }),
    ],
    'lb/pools': [
      row('lb-pool', 'web', {
        name: 'web',
        description: 'the two front ends',
        subnet_id: subnet,
        health_monitors: [monitor],
        health_monitors_status: [{ monitor_id: monitor, status: 'ACTIVE', status_description: null }],
      }),
    ],
    'lb/members': web.map((address) => row('lb-member', address, { pool_id: pool, address })),
    'lb/health_monitors': [
      row('lb-monitor', 'web', { pools: [{ pool_id: pool, status: 'ACTIVE', status_description: null }] }),
    ],
  };
}

function secondBalancers(): NetworkTables {
  const [balancer, listener, pool] = [id('lbaas', 'shop'), id('lbaas-listener', 'shop-http'), id('lbaas-pool', 'shop')];
  const policy = id('lbaas-policy', 'admin');
  return {
    'lbaas/loadbalancers': [
      row('lbaas', 'shop', {
        name: 'shop',
        vip_subnet_id: subnet,
        vip_address: '10.1.0.90',
        vip_port_id: id('lbaas-port', 'shop'),
        listeners: [{ id: listener }],
        pools: [{ id: pool }],
      }),
    ],
    'lbaas/listeners': [
      row('lbaas-listener', 'shop-http', {
        name: 'shop-http',
        loadbalancers: [{ id: balancer }],
        default_pool_id: pool,
      }),
    ],
    'lbaas/pools': [
      row('lbaas-pool', 'shop', {
        name: 'shop',
        listeners: [{ id: listener }],
        loadbalancers: [{ id: balancer }],
        healthmonitor_id: id('lbaas-monitor', 'shop'),
      }),
    ],
    'lbaas/pools/members': web.map((address, at) =>
      row('lbaas-member', address, { name: `web-${at + 1}`, address, subnet_id: subnet, pool_id: pool }),
    ),
    'lbaas/healthmonitors': [row('lbaas-monitor', 'shop', { name: 'shop', pools: [{ id: pool }] })],
    'lbaas/l7policies': [row('lbaas-policy', 'admin', { name: 'admin', listener_id: listener })],
    'lbaas/l7policies/rules': [row('lbaas-rule', 'admin', { l7policy_id: policy, value: '/admin' })],
  };
}

function privateNetworks(): NetworkTables {
  return {
    'vpn/vpnservices': [
      row('vpn', 'branch', {
        name: 'branch',
        subnet_id: subnet,
        router_id: id('router', 'edge'),
        external_v4_ip: '199.116.232.2',
      }),
    ],
    'vpn/ikepolicies': [row('ike', 'branch', { name: 'branch' })],
    'vpn/ipsecpolicies': [row('ipsec', 'branch', { name: 'branch' })],
    'vpn/ipsec-site-connections': [
      row('site', 'branch', {
        name: 'branch',
        peer_address: '203.0.113.7',
        peer_id: '203.0.113.7',
        peer_cidrs: ['10.9.0.0/24'],
        psk: 'sandbox-psk',
        vpnservice_id: id('vpn', 'branch'),
        ikepolicy_id: id('ike', 'branch'),
        ipsecpolicy_id: id('ipsec', 'branch'),
      }),
    ],
    'vpn/endpoint-groups': [row('endpoints', 'branch', { name: 'branch', endpoints: ['10.9.0.0/24'] })],
  };
}

function firewalls(): NetworkTables {
  const policy = id('fw-policy', 'edge');
  const rules = [
    { name: 'web', protocol: 'tcp', destination_port: '80', action: 'allow' },
    { name: 'rest', protocol: null, action: 'deny' },
  ];
  return {
    'fw/firewalls': [
      row('firewall', 'edge', { name: 'edge', firewall_policy_id: policy, router_ids: [id('router', 'edge')] }),
    ],
    'fw/firewall_policies': [
      row('fw-policy', 'edge', {
        name: 'edge',
        audited: true,
        firewall_rules: rules.map(({ name }) => id('fw-rule', name)),
      }),
    ],
    'fw/firewall_rules': rules.map((fields, at) =>
      row('fw-rule', fields.name, { ...fields, firewall_policy_id: policy, position: at + 1 }),
    ),
  };
}
