/**
 * The state of the embedded cloud, as plain objects: what a real cloud keeps in its databases. Nothing here knows HTTP,
 * and nothing is computed on access; tests may take a world apart and put rows in as they like.
 */

import type {
  AgentBuild,
  Aggregate,
  ComputeService,
  Flavor,
  Hypervisor,
  Keypair,
  QuotaLimits,
  Server,
  ServerGroup,
  ServerMigration,
} from './world-compute.js';
import type { Image, ImageTables } from './world-image.js';
import type { FixedNetwork, FloatingIp, NetworkTables, SecurityGroup } from './world-network.js';
import type { ObjectTables } from './world-objects.js';
import type { Retired } from './world-retired.js';
import type { Snapshot, Volume, VolumeService, VolumeTables } from './world-volume.js';

export type * from './world-compute.js';
export type { Image } from './world-image.js';
export type * from './world-volume.js';

export interface Tenant {
  id: string;
  name: string;
  description: string;
  enabled: boolean;
}

export interface User {
  id: string;
  name: string;
  password: string;
  enabled: boolean;
  /** The number that the user's device shows at the moment: whoever has one needs it beside the password. */
  passcode?: string;
  email?: string;
  /** The default tenant, which keystone only shows: a login without a tenant is unscoped all the same. */
  tenantId?: string;
}

export interface Role {
  id: string;
  name: string;
}

/** A role of a user, in a tenant or in the domain. */
export interface Grant {
  userId: string;
  roleId: string;
  tenantId?: string;
  domainId?: string;
}

export interface Ec2Credential {
  access: string;
  secret: string;
  userId: string;
  tenantId: string;
}

export interface ApplicationCredential {
  id: string;
  name: string;
  secret: string;
  userId: string;
  tenantId: string;
}

export interface Service {
  id: string;
  name: string;
  type: string;
  description: string;
}

/** One row of keystone's `endpoint-list`: URL templates with `%(tenant_id)s`; a URL that is not set is left out. */
export interface EndpointTemplate {
  id: string;
  serviceId: string;
  region: string;
  publicurl?: string;
  internalurl?: string;
  adminurl?: string;
}

export interface World {
  region: string;
  /** The shared secret of keystone.conf (`admin_token`): no user, no tenant, no catalogue. */
  adminToken: string;
  tenants: Tenant[];
  users: User[];
  roles: Role[];
  grants: Grant[];
  ec2Credentials: Ec2Credential[];
  applicationCredentials: ApplicationCredential[];
  services: Service[];
  endpoints: EndpointTemplate[];
  flavors: Flavor[];
  images: Image[];
  keypairs: Keypair[];
  servers: Server[];
  computeServices: ComputeService[];
  hypervisors: Hypervisor[];
  aggregates: Aggregate[];
  serverGroups: ServerGroup[];
  /** Moves that are under way: there are none, as each is over at once, but where somebody puts them there. */
  serverMigrations?: ServerMigration[];
  agents: AgentBuild[];
  quotas: QuotaLimits;
  volumes: Volume[];
  volumeServices: VolumeService[];
  snapshots: Snapshot[];
  networks: FixedNetwork[];
  floatingIps: FloatingIp[];
  securityGroups: SecurityGroup[];
  retired: Retired;
  /** Filled when glance is asked first; so are the others when their services are. */
  image?: ImageTables;
  volume?: VolumeTables;
  network?: NetworkTables;
  objects?: ObjectTables;
}

/** The only domain there is, in the days of v2.0 as well as under v3. */
export const domain = { id: 'default', name: 'Default' } as const;
