import type { Kind } from './references.js';

/** A filter of a service's list. */
export interface ServerFilter {
  /** The query's name for it, where that is not the field's. */
  readonly as?: string;
  /** How the service spells the words of a state. Those that it does not know are not sent: it may refuse them. */
  readonly states?: readonly string[];
  /** It is a regular expression, so that a glob can be sent as one. */
  readonly isPattern?: true;
  /** Its values are ids of these: a name is sent as the id that it belongs to. */
  readonly kind?: Kind;
  /** Sent only along with this: without it the service would look further than it was asked to. */
  readonly beside?: string;
}

/** A list of a service: what it can filter by, by the names that fields have in `--where`. */
export interface ServerList {
  readonly service: string;
  readonly path: RegExp;
  readonly filters: Readonly<Record<string, ServerFilter>>;
  /** It takes a `limit`, and says where it goes on. */
  readonly isPaged?: true;
  /** The same list with every field. */
  readonly detail?: string;
  /** Its items may have fields of any name. */
  readonly isOpen?: true;
}

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
const PORT_STATES = ['ACTIVE', 'DOWN', 'BUILD', 'ERROR'];

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
  },
  { service: 'compute', path: /^\/os-services$/, filters: { binary: plain, host: plain } },
  { service: 'compute', path: /^\/os-hypervisors$/, filters: {}, detail: '/os-hypervisors/detail' },
  { service: 'compute', path: /^\/flavors\/detail$/, filters: {}, isPaged: true },
  {
    service: 'volume',
    path: /^\/volumes\/detail$/,
    filters: { status: { states: VOLUME_STATES }, name: plain, project: ofProjectAmongAll, tenant: ofProjectAmongAll },
    isPaged: true,
  },
  {
    service: 'volume',
    path: /^\/snapshots\/detail$/,
    filters: {
      status: { states: ['available', 'error', 'creating', 'deleting', 'error_deleting'] },
      name: plain,
      volumeid: { as: 'volume_id' },
    },
    isPaged: true,
  },
  {
    service: 'volume',
    path: /^\/backups\/detail$/,
    filters: { status: { states: ['available', 'error', 'creating', 'deleting', 'restoring'] }, name: plain },
    isPaged: true,
  },
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
    },
    isPaged: true,
    isOpen: true,
  },
  network('ports', {
    status: { states: PORT_STATES },
    network: { as: 'network_id', kind: 'network' },
    networkid: { as: 'network_id', kind: 'network' },
    deviceid: { as: 'device_id' },
    deviceowner: { as: 'device_owner' },
    macaddress: { as: 'mac_address' },
  }),
  network('networks', { status: { states: PORT_STATES } }),
  network('subnets', {
    network: { as: 'network_id', kind: 'network' },
    networkid: { as: 'network_id', kind: 'network' },
    cidr: plain,
  }),
  network('routers', {}),
  network('floatingips', {
    status: { states: ['ACTIVE', 'DOWN', 'ERROR'] },
    floatingipaddress: { as: 'floating_ip_address' },
    fixedipaddress: { as: 'fixed_ip_address' },
    portid: { as: 'port_id' },
    routerid: { as: 'router_id' },
  }),
  network('security-groups', {}),
  { ...network('agents', { binary: plain, host: plain, agenttype: { as: 'agent_type' } }), isPaged: true },
];
