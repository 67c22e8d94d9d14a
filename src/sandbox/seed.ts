import { endpoints, region, services } from './seed/catalog.js';
import { agents, aggregates, computeServices, flavors, hypervisors, keypairs } from './seed/compute.js';
import { guideServers } from './seed/guide-servers.js';
import {
  applicationCredentials,
  ec2Credentials,
  grants,
  passwordOf,
  roles,
  tenantId,
  tenants,
  userId,
  users,
} from './seed/identity.js';
import { images } from './seed/images.js';
import { floatingIps, networks, securityGroups } from './seed/network.js';
import { otherServers } from './seed/other-servers.js';
import { retired } from './seed/retired.js';
import { snapshots, volumeServices, volumes } from './seed/volume.js';
import type { World } from './world.js';

export { passwordOf, tenantId, userId };

/**
 * The cloud of the Operations Guide's chapter "Lay of the land": its hosts, tenants, users, services and servers, with
 * the same ids at every call.
 *
 * @param compute what the catalogue names as nova's endpoint: the guide's `/v2/TENANT`, or `/v2.1` with microversions
 */
export function guideWorld(compute: 'v2' | 'v2.1' = 'v2'): World {
  const world: World = {
    region,
    adminToken: 'sandbox-admin-token',
    tenants: tenants(),
    users: users(),
    roles: roles(),
    grants: grants(),
    ec2Credentials: ec2Credentials(),
    applicationCredentials: applicationCredentials(),
    services: services(),
    endpoints: endpoints(compute),
    flavors: flavors(),
    images: images(),
    keypairs: keypairs(),
    servers: [...guideServers(), ...otherServers()],
    computeServices: computeServices(),
    hypervisors: hypervisors(),
    aggregates: aggregates(),
    serverGroups: [],
    agents: agents(),
    quotas: {},
    volumes: volumes(),
    volumeServices: volumeServices(),
    snapshots: snapshots(volumes()),
    networks: networks(),
    floatingIps: floatingIps(),
    securityGroups: securityGroups(tenants()),
    retired: retired(),
  };
  attach(world, 'wiki-data', 'devbox', '/dev/vdb');
  return world;
}

function attach(world: World, volumeName: string, serverName: string, device: string): void {
  const volume = world.volumes.find(({ name }) => name === volumeName);
  const target = world.servers.find(({ name }) => name === serverName);
  if (volume === undefined || target === undefined) return;
  volume.status = 'in-use';
  volume.attachedTo = { serverId: target.id, device };
  target.volumes.push({ id: volume.id, deleteOnTermination: false });
}
