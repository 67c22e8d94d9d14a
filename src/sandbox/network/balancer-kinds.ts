import { type NetworkCall, rowsOf } from './call.js';
import { kind } from './kind.js';

/** Load balancers of both kinds. */

/** The rows of another collection that name a row, each as `{ id }`. */
function idsOf(call: NetworkCall, path: string, key: string, id: string): { id: string }[] {
  return rowsOf(call, path)
    .filter((row) => row[key] === id)
    .map((row) => ({ id: row.id }));
}

const notFound = (type: string, noun: string): readonly [string, string] => [type, `${noun} % could not be found`];

/** Load balancing as Grizzly had it: a pool is in the middle. */
const firstBalancers = [
  kind({
    path: 'lb/vips',
    one: 'vip',
    missing: notFound('VipNotFound', 'Vip'),
    required: ['pool_id', 'protocol', 'protocol_port', 'subnet_id'],
    defaults: {
      name: '',
      description: '',
      subnet_id: null,
      address: null,
      port_id: null,
      protocol_port: 80,
      protocol: 'HTTP',
      pool_id: null,
      session_persistence: null,
      connection_limit: -1,
      admin_state_up: true,
      status: 'ACTIVE',
      status_description: null,
    },
  }),
  kind({
    path: 'lb/pools',
    one: 'pool',
    missing: notFound('PoolNotFound', 'Pool'),
    required: ['lb_method', 'protocol', 'subnet_id'],
    derived: (call, { id }) => ({
      vip_id: rowsOf(call, 'lb/vips').find(({ pool_id }) => pool_id === id)?.id ?? null,
      members: idsOf(call, 'lb/members', 'pool_id', id).map((one) => one.id),
    }),
    defaults: {
      vip_id: null,
      name: '',
      description: '',
      subnet_id: null,
      protocol: 'HTTP',
      provider: 'haproxy',
      lb_method: 'ROUND_ROBIN',
      members: [],
      health_monitors: [],
      health_monitors_status: [],
      admin_state_up: true,
      status: 'ACTIVE',
      status_description: null,
    },
  }),
  kind({
    path: 'lb/members',
    one: 'member',
    missing: notFound('MemberNotFound', 'Member'),
    required: ['pool_id', 'address', 'protocol_port'],
    defaults: {
      pool_id: null,
      address: null,
      protocol_port: 80,
      weight: 1,
      admin_state_up: true,
      status: 'ACTIVE',
      status_description: null,
    },
  }),
  kind({
    path: 'lb/health_monitors',
    one: 'health_monitor',
    missing: notFound('HealthMonitorNotFound', 'Health_monitor'),
    required: ['type', 'delay', 'timeout', 'max_retries'],
    defaults: {
      type: 'HTTP',
      delay: 5,
      timeout: 3,
      max_retries: 3,
      http_method: 'GET',
      url_path: '/',
      expected_codes: '200',
      admin_state_up: true,
      pools: [],
    },
  }),
];

/** Load balancing with listeners: a load balancer is on top, each thing names those around it. */
const secondBalancers = [
  kind({
    path: 'lbaas/loadbalancers',
    one: 'loadbalancer',
    missing: ['EntityNotFound', 'loadbalancer % could not be found'],
    required: ['vip_subnet_id'],
    defaults: {
      name: '',
      description: '',
      vip_subnet_id: null,
      vip_address: null,
      vip_port_id: null,
      provider: 'haproxy',
      listeners: [],
      pools: [],
      admin_state_up: true,
      provisioning_status: 'ACTIVE',
      operating_status: 'ONLINE',
    },
  }),
  kind({
    path: 'lbaas/listeners',
    one: 'listener',
    missing: ['EntityNotFound', 'listener % could not be found'],
    required: ['protocol', 'protocol_port'],
    derived: (call, { id }) => ({ l7policies: idsOf(call, 'lbaas/l7policies', 'listener_id', id) }),
    defaults: {
      name: '',
      description: '',
      loadbalancers: [],
      default_pool_id: null,
      default_tls_container_ref: null,
      sni_container_refs: [],
      connection_limit: -1,
      protocol: 'HTTP',
      protocol_port: 80,
      l7policies: [],
      admin_state_up: true,
    },
  }),
  kind({
    path: 'lbaas/pools',
    one: 'pool',
    missing: ['EntityNotFound', 'pool % could not be found'],
    required: ['lb_algorithm', 'protocol'],
    derived: (call, { id }) => ({ members: idsOf(call, 'lbaas/pools/members', 'pool_id', id) }),
    defaults: {
      name: '',
      description: '',
      protocol: 'HTTP',
      lb_algorithm: 'ROUND_ROBIN',
      healthmonitor_id: null,
      listeners: [],
      loadbalancers: [],
      members: [],
      session_persistence: null,
      admin_state_up: true,
    },
  }),
  kind({
    path: 'lbaas/pools/members',
    one: 'member',
    within: 'pool_id',
    missing: ['EntityNotFound', 'member % could not be found'],
    required: ['address', 'protocol_port', 'subnet_id'],
    defaults: { name: '', address: null, protocol_port: 80, weight: 1, subnet_id: null, admin_state_up: true },
  }),
  kind({
    path: 'lbaas/healthmonitors',
    one: 'healthmonitor',
    missing: ['EntityNotFound', 'healthmonitor % could not be found'],
    required: ['type', 'delay', 'timeout', 'max_retries'],
    defaults: {
      name: '',
      type: 'HTTP',
      delay: 5,
      timeout: 3,
      max_retries: 3,
      http_method: 'GET',
      url_path: '/',
      expected_codes: '200',
      pools: [],
      admin_state_up: true,
    },
  }),
  kind({
    path: 'lbaas/l7policies',
    one: 'l7policy',
    missing: ['EntityNotFound', 'l7policy % could not be found'],
    required: ['listener_id', 'action'],
    derived: (call, { id }) => ({ rules: idsOf(call, 'lbaas/l7policies/rules', 'l7policy_id', id) }),
    defaults: {
      name: '',
      description: '',
      listener_id: null,
      action: 'REJECT',
      redirect_pool_id: null,
      redirect_url: null,
      position: 1,
      rules: [],
      status: 'ACTIVE',
      admin_state_up: true,
    },
  }),
  kind({
    path: 'lbaas/l7policies/rules',
    one: 'rule',
    within: 'l7policy_id',
    missing: ['EntityNotFound', 'rule % could not be found'],
    required: ['type', 'compare_type', 'value'],
    defaults: {
      type: 'PATH',
      compare_type: 'STARTS_WITH',
      invert: false,
      key: null,
      value: '/',
      status: 'ACTIVE',
      admin_state_up: true,
    },
  }),
];

export const balancerKinds = [...firstBalancers, ...secondBalancers];
