/** The state of nova: flavors, keys, servers, hosts. */

export interface Flavor {
  id: string;
  name: string;
  /** MiB. */
  ram: number;
  /** GiB. */
  disk: number;
  /** GiB. */
  ephemeral: number;
  /** MiB. */
  swap: number;
  vcpus: number;
  isPublic: boolean;
  extraSpecs: Record<string, string>;
  description?: string | null;
  rxtxFactor?: number;
  /** The tenants that may use one that is not public. */
  tenants?: string[];
}

export interface Keypair {
  name: string;
  userId: string;
  fingerprint: string;
  publicKey: string;
  created: string;
  /** Left out: `ssh`. */
  type?: 'ssh' | 'x509';
}

export interface Address {
  network: string;
  version: 4 | 6;
  addr: string;
  type: 'fixed' | 'floating';
  mac: string;
  /** Where it was asked for one: its id. */
  networkId?: string;
}

export interface Fault {
  code: number;
  message: string;
  details?: string;
  created: string;
}

/** Something that was done to a server, as `os-instance-actions` shows it. */
export interface InstanceAction {
  action: string;
  request_id: string;
  /** ISO 8601 with microseconds and no zone. */
  start_time: string;
  message: string | null;
}

export interface Server {
  /** The database row's number; `instance_name` and the order of creation come from it. */
  number: number;
  id: string;
  name: string;
  tenantId: string;
  userId: string;
  vmState: string;
  taskState: string | null;
  /** 0 none, 1 running, 3 paused, 4 shut down, 6 crashed, 7 suspended (nova/compute/power_state.py). */
  powerState: number;
  host: string | null;
  flavorId: string;
  imageId: string | null;
  keyName: string | null;
  /** ISO 8601, seconds, `Z`. */
  created: string;
  updated: string;
  launched: string | null;
  terminated: string | null;
  deleted: boolean;
  addresses: Address[];
  metadata: Record<string, string>;
  securityGroups: string[];
  availabilityZone: string;
  /** `''` or `'True'`, as nova shows it. */
  configDrive: string;
  progress: number;
  hostname: string;
  rootDevice: string | null;
  reservationId: string;
  description: string | null;
  tags: string[];
  locked: boolean;
  lockedReason: string | null;
  volumes: { id: string; deleteOnTermination: boolean }[];
  serverGroups: string[];
  fault?: Fault;
  /** What it was before a resize that waits for confirmation. */
  before?: { flavorId: string; host: string | null } | undefined;
  /** Newest first; not set: nothing was done but what the state tells. */
  actions?: InstanceAction[];
  /**
   * What it is going to be, from when on (milliseconds since 1970) and after how many more requests to nova, while a task
   * is at work on it.
   */
  task?: { until: number; to: Partial<Server>; requests?: number };
}

/** A row of `nova-manage service list`. */
export interface ComputeService {
  number: number;
  binary: string;
  host: string;
  zone: string;
  enabled: boolean;
  up: boolean;
  /** ISO 8601 with microseconds and no zone, as nova writes it. */
  updated: string | null;
  disabledReason: string | null;
  forcedDown?: boolean;
}

export interface Hypervisor {
  number: number;
  host: string;
  type: 'QEMU' | 'xen';
  version: number;
  ip: string;
  vcpus: number;
  memoryMb: number;
  localGb: number;
}

export interface Aggregate {
  number: number;
  name: string;
  availabilityZone: string | null;
  hosts: string[];
  metadata: Record<string, string>;
  created: string;
}

/** Servers that are to be on one host, or on several. */
/** A move of a server that is under way, as the API shows it. */
export interface ServerMigration {
  readonly id: number;
  readonly server_uuid: string;
  readonly [field: string]: unknown;
}

export interface ServerGroup {
  id: string;
  name: string;
  policy: string;
  rules: Record<string, number>;
  members: string[];
  tenantId: string;
  userId: string;
}

/** A build of the agent in a guest of Xen's. */
export interface AgentBuild {
  number: number;
  hypervisor: string;
  os: string;
  architecture: string;
  version: string;
  md5hash: string;
  url: string;
}

/** Limits that were set: by a tenant's id, by that and a user's id (`tenant/user`), or by the name of a class (`class default`). */
export type QuotaLimits = Record<string, Record<string, number>>;
