import type { ServerFilter, ServerList } from './server-list.js';

const plain = {};
const ofProject: ServerFilter = { as: 'tenant_id', kind: 'project' };
const ofProjectAmongAll: ServerFilter = { as: 'project_id', kind: 'project', beside: 'all_tenants' };

const SERVER_STATES = [
  'ACTIVE',
  'BUILD',
  'ERROR',
  'PAUSED',
  'SHUTOFF',
  'SUSPENDED',
  'RESCUE',
  'RESIZE',
  'VERIFY_RESIZE',
  'MIGRATING',
  'REBOOT',
  'HARD_REBOOT',
  'SHELVED',
  'SHELVED_OFFLOADED',
];
const VOLUME_STATES = [
  'available',
  'in-use',
  'error',
  'creating',
  'deleting',
  'attaching',
  'detaching',
  'error_deleting',
  'downloading',
  'uploading',
  'reserved',
  'maintenance',
];
const MIGRATION_STATES = [
  ...['accepted', 'cancelled', 'completed', 'confirmed', 'done', 'error', 'failed', 'finished', 'migrating'],
  ...['post-migrating', 'pre-migrating', 'preparing', 'queued', 'reverted', 'running'],
];
const PORT_STATES = ['ACTIVE', 'DOWN', 'BUILD', 'ERROR'];

const TRUTH: ServerFilter = { states: ['true', 'false'] };
const truth = (as: string): ServerFilter => ({ ...TRUTH, as });
/** cinder takes whatever Python would for a literal: a number, `None`, something in quotes. */
const NO_LITERAL = /^(?!(?:None|True|False)$)[A-Za-z][^"']*$/;
/** `in:a,b` and `eq:a` are glance's. */
const NO_OPERATOR = /^[^:]*$/;

const network = (name: string, filters: ServerList['filters']): ServerList => ({
  service: 'network',
  path: new RegExp(`^/${name}$`),
  filters: {
    name: plain,
    id: plain,
    project: ofProject,
    tenant: ofProject,
    projectid: ofProject,
    tenantid: ofProject,
    ...filters,
  },
  isPaged: true,
});

/** Identity API v3; that of v2.0 has no filters. */
const identity = (name: string, filters: ServerList['filters']): ServerList => ({
  service: 'identity',
  version: 'v3',
  path: new RegExp(`^/${name}$`),
  filters: { name: plain, ...filters },
});
const IN_DOMAINS: ServerList['filters'] = {
  enabled: TRUTH,
  domain: { as: 'domain_id', kind: 'domain' },
  domainid: { as: 'domain_id' },
};

/**
 * What is known of lists: filters that take exactly one value, and give all that has it, so that to send them leaves out
 * nothing that is wanted. The API references of the services; what is sent is checked again on what comes.
 */
export const serverLists: readonly ServerList[] = [
  {
    service: 'compute',
    path: /^\/servers(?:\/detail)?$/,
    filters: {
      status: { states: SERVER_STATES },
      name: { isPattern: true },
      host: plain,
      project: { ...ofProject, beside: 'all_tenants' },
      tenant: { ...ofProject, beside: 'all_tenants' },
      tenantid: { ...ofProject, beside: 'all_tenants' },
      user: { as: 'user_id', kind: 'user' },
      userid: { as: 'user_id', kind: 'user' },
      image: { kind: 'image' },
      keyname: { as: 'key_name' },
      vmstate: {
        as: 'vm_state',
        states: ['active', 'building', 'error', 'paused', 'stopped', 'suspended', 'rescued', 'resized'],
      },
    },
    isPaged: true,
    sometimes: ['fault'],
  },
  {
    service: 'compute',
    path: /^\/os-migrations$/,
    filters: {
      status: { states: MIGRATION_STATES },
      instanceuuid: { as: 'instance_uuid' },
      server: { as: 'instance_uuid', kind: 'server' },
      sourcecompute: { as: 'source_compute' },
      migrationtype: { as: 'migration_type', states: ['migration', 'resize', 'live-migration', 'evacuation'] },
    },
  },
  { service: 'compute', path: /^\/os-services$/, filters: { binary: plain, host: plain } },
  { service: 'compute', path: /^\/os-hypervisors$/, filters: {}, detail: '/os-hypervisors/detail' },
  { service: 'compute', path: /^\/flavors\/detail$/, filters: {}, isPaged: true },
  {
    service: 'volume',
    path: /^\/volumes\/detail$/,
    filters: {
      status: { states: VOLUME_STATES },
      name: plain,
      project: ofProjectAmongAll,
      tenant: ofProjectAmongAll,
      az: { as: 'availability_zone' },
      zone: { as: 'availability_zone' },
      availabilityzone: { as: 'availability_zone' },
      bootable: TRUTH,
    },
    isPaged: true,
    words: NO_LITERAL,
    sometimes: ['volume_image_metadata'],
  },
  {
    service: 'volume',
    path: /^\/snapshots\/detail$/,
    filters: {
      status: { states: ['available', 'error', 'creating', 'deleting', 'error_deleting'] },
      name: plain,
      volume: { as: 'volume_id', kind: 'volume' },
      volumeid: { as: 'volume_id' },
    },
    isPaged: true,
    words: NO_LITERAL,
  },
  {
    service: 'volume',
    path: /^\/backups\/detail$/,
    filters: {
      status: { states: ['available', 'error', 'creating', 'deleting', 'restoring'] },
      name: plain,
      volume: { as: 'volume_id', kind: 'volume' },
      volumeid: { as: 'volume_id' },
    },
    isPaged: true,
    words: NO_LITERAL,
  },
  { service: 'volume', path: /^\/os-services$/, filters: { binary: plain, host: plain } },
  {
    service: 'image',
    path: /^\/images$/,
    filters: {
      status: { states: ['active', 'queued', 'saving', 'deactivated'] },
      name: plain,
      owner: { kind: 'project' },
      project: { as: 'owner', kind: 'project' },
      tenant: { as: 'owner', kind: 'project' },
      diskformat: { as: 'disk_format' },
      containerformat: { as: 'container_format' },
      visibility: { states: ['public', 'private'] },
      protected: TRUTH,
    },
    isPaged: true,
    isOpen: true,
    words: NO_OPERATOR,
  },
  network('ports', {
    status: { states: PORT_STATES },
    network: { as: 'network_id', kind: 'network' },
    networkid: { as: 'network_id', kind: 'network' },
    deviceid: { as: 'device_id' },
    deviceowner: { as: 'device_owner' },
    macaddress: { as: 'mac_address' },
    host: { as: 'binding:host_id' },
    adminstateup: truth('admin_state_up'),
  }),
  {
    ...network('networks', {
      status: { states: PORT_STATES },
      shared: TRUTH,
      adminstateup: truth('admin_state_up'),
      'router:external': TRUTH,
      external: truth('router:external'),
    }),
    sometimes: ['is_default'],
  },
  network('subnets', {
    ipversion: { as: 'ip_version', isNumber: true },
    gatewayip: { as: 'gateway_ip' },
    enabledhcp: truth('enable_dhcp'),
    network: { as: 'network_id', kind: 'network' },
    networkid: { as: 'network_id', kind: 'network' },
    cidr: plain,
  }),
  network('routers', { status: { states: ['ACTIVE', 'ERROR'] }, adminstateup: truth('admin_state_up') }),
  network('floatingips', {
    status: { states: ['ACTIVE', 'DOWN', 'ERROR'] },
    floatingipaddress: { as: 'floating_ip_address' },
    fixedipaddress: { as: 'fixed_ip_address' },
    network: { as: 'floating_network_id', kind: 'network' },
    floatingnetworkid: { as: 'floating_network_id', kind: 'network' },
    router: { as: 'router_id', kind: 'router' },
    portid: { as: 'port_id' },
    routerid: { as: 'router_id' },
  }),
  network('security-groups', {}),
  network('security-group-rules', {
    securitygroup: { as: 'security_group_id', kind: 'security group' },
    securitygroupid: { as: 'security_group_id', kind: 'security group' },
    direction: { states: ['ingress', 'egress'] },
    ethertype: { states: ['IPv4', 'IPv6'] },
  }),
  network('subnetpools', {}),
  network('address-scopes', {}),
  network('agents', { binary: plain, host: plain, agenttype: { as: 'agent_type' } }),
  identity('users', IN_DOMAINS),
  identity('projects', { ...IN_DOMAINS, parentid: { as: 'parent_id' } }),
  identity('services', { type: plain }),
  identity('roles', {}),
  {
    service: 'object-store',
    // The root is the account's containers, one name the objects of a container.
    path: /^\/?[^/]*$/,
    filters: { name: { as: 'prefix', isPrefix: true, notBeside: 'delimiter' } },
  },
];
