/** The state of cinder. */

export interface Volume {
  id: string;
  name: string | null;
  status: string;
  /** GiB. */
  size: number;
  tenantId: string;
  userId: string;
  /** The name of its type. */
  type: string;
  host: string;
  created: string;
  updated?: string;
  bootable: boolean;
  attachedTo?: { serverId: string; device: string };
  description?: string;
  metadata?: Record<string, string>;
  /** Properties of the image that it was made of. */
  imageMetadata?: Record<string, string>;
  snapshotId?: string;
  sourceId?: string;
  groupId?: string;
  encrypted?: boolean;
  multiattach?: boolean;
  /** What it is going to be, and from when on (milliseconds since 1970); `gone`: nothing any more. */
  task?: { until: number; to: Partial<Volume> | 'gone' };
}

/** A host of cinder's: a row of `cinder-manage host list`. */
export interface VolumeService {
  binary: string;
  host: string;
  zone: string;
  enabled: boolean;
  up: boolean;
  updated: string;
  disabledReason?: string;
}

/** A snapshot of a volume. */
export interface Snapshot {
  id: string;
  name: string;
  volumeId: string;
  status: string;
  /** GiB. */
  size: number;
  tenantId: string;
  created: string;
  description?: string;
  metadata?: Record<string, string>;
  userId?: string;
}

/** A row that is kept in the words of the newest API, where times are ISO 8601 with microseconds and no zone. */
export interface VolumeRow {
  id: string;
  /** The tenant that it belongs to; left out: nobody's. */
  ownerId?: string;
  fields: Record<string, unknown>;
}

export interface VolumeType {
  id: string;
  name: string;
  description: string | null;
  isPublic: boolean;
  extraSpecs: Record<string, string>;
  qosId: string | null;
  /** The tenants that may use one that is not public. */
  tenants: string[];
  encryption?: { id: string; provider: string; cipher: string | null; keySize: number | null; location: string };
}

export interface QosSpecs {
  id: string;
  name: string;
  consumer: 'front-end' | 'back-end' | 'both';
  specs: Record<string, string>;
}

/** What cinder keeps beside volumes, snapshots and services. */
export interface VolumeTables {
  types: VolumeType[];
  qos: QosSpecs[];
  backups: VolumeRow[];
  groupTypes: VolumeRow[];
  groups: VolumeRow[];
  groupSnapshots: VolumeRow[];
  transfers: VolumeRow[];
  attachments: VolumeRow[];
  messages: VolumeRow[];
  clusters: VolumeRow[];
  /** A tenant's own default type, by the tenant's id. */
  defaultTypes: Record<string, string>;
  /** Limits that were set for a tenant, by its id and the name of the quota. */
  quotas: Record<string, Record<string, number>>;
}
