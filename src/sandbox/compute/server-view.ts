import { createHash } from 'node:crypto';
import type { Address, Flavor, Server } from '../world.js';
import { bookmarkLink, type ComputeCall, links } from './call.js';
import { instanceName } from './filters.js';
import { statusOf } from './status.js';

/**
 * A server as microversion 2.N shows it (nova/api/openstack/compute/views/servers.py of Zed; the legacy API's is that of
 * 2.1). What only administrators see is left out for others.
 */
export function serverView(call: ComputeCall, server: Server, where: 'show' | 'detail'): unknown {
  const { minor } = call;
  const { admin } = call.caller;
  const status = statusOf(server);
  const flavor = call.cloud.world.flavors.find(({ id }) => id === server.flavorId);
  return {
    id: server.id,
    name: server.name,
    status,
    tenant_id: server.tenantId,
    user_id: server.userId,
    metadata: server.metadata,
    hostId: hostId(server),
    image: server.imageId === null ? '' : { id: server.imageId, links: [bookmarkLink(call, 'images', server.imageId)] },
    flavor: flavorView(call, flavor, server.flavorId),
    created: server.created,
    updated: server.updated,
    addresses: server.vmState === 'building' ? {} : addressesView(server.addresses),
    accessIPv4: '',
    accessIPv6: '',
    links: links(call, 'servers', server.id),
    'OS-DCF:diskConfig': 'MANUAL',
    ...(server.fault !== undefined && (status === 'ERROR' || status === 'DELETED')
      ? { fault: faultView(call, server) }
      : {}),
    ...(progressing.has(status) ? { progress: server.progress } : {}),
    'OS-EXT-AZ:availability_zone': server.availabilityZone,
    config_drive: server.configDrive,
    key_name: server.keyName,
    'OS-SRV-USG:launched_at': server.launched,
    'OS-SRV-USG:terminated_at': server.terminated,
    ...(server.securityGroups.length > 0 ? { security_groups: server.securityGroups.map((name) => ({ name })) } : {}),
    ...(admin ? administratorsPart(server, minor) : {}),
    'OS-EXT-STS:task_state': server.taskState,
    'OS-EXT-STS:vm_state': server.vmState,
    'OS-EXT-STS:power_state': server.powerState,
    'os-extended-volumes:volumes_attached': server.volumes.map(({ id, deleteOnTermination }) =>
      minor >= 3 ? { id, delete_on_termination: deleteOnTermination } : { id },
    ),
    ...(admin && minor >= 16 ? { host_status: hostStatus(call, server) } : {}),
    ...(minor >= 9 ? { locked: server.locked } : {}),
    ...(minor >= 73 ? { locked_reason: server.lockedReason } : {}),
    ...(minor >= 19 ? { description: server.description } : {}),
    ...(minor >= 26 ? { tags: server.tags } : {}),
    ...(minor >= 63 ? { trusted_image_certificates: null } : {}),
    ...(!admin && minor >= 90 ? { 'OS-EXT-SRV-ATTR:hostname': server.hostname } : {}),
    ...(where === 'show' && minor >= 71 ? { server_groups: server.serverGroups } : {}),
  };
}

const progressing = new Set(['ACTIVE', 'BUILD', 'REBUILD', 'RESIZE', 'VERIFY_RESIZE', 'MIGRATING']);

function administratorsPart(server: Server, minor: number): Record<string, unknown> {
  const attributes: Record<string, unknown> = {
    host: server.host,
    instance_name: instanceName(server),
    hypervisor_hostname: server.host,
  };
  if (minor >= 3) {
    Object.assign(attributes, {
      reservation_id: server.reservationId,
      launch_index: 0,
      hostname: server.hostname,
      kernel_id: '',
      ramdisk_id: '',
      root_device_name: server.rootDevice,
      user_data: null,
    });
  }
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`OS-EXT-SRV-ATTR:${key}`, value]));
}

/** Tells hosts apart without naming them: SHA-224 over tenant and host. */
function hostId({ host, tenantId }: Server): string {
  return host === null ? '' : createHash('sha224').update(`${tenantId}${host}`).digest('hex');
}

function hostStatus(call: ComputeCall, { host }: Server): string {
  const service = call.cloud.world.computeServices.find((row) => row.binary === 'nova-compute' && row.host === host);
  if (service === undefined) return '';
  if (!service.enabled) return 'MAINTENANCE';
  return service.up ? 'UP' : 'UNKNOWN';
}

/** A link up to 2.46; from 2.47 on the values themselves, and no id any more. */
function flavorView(call: ComputeCall, flavor: Flavor | undefined, id: string): unknown {
  if (call.minor < 47) return { id, links: [bookmarkLink(call, 'flavors', id)] };
  if (flavor === undefined) return {};
  const { vcpus, ram, disk, ephemeral, swap, name, extraSpecs } = flavor;
  return { vcpus, ram, disk, ephemeral, swap, original_name: name, extra_specs: extraSpecs };
}

interface AddressView {
  readonly version: 4 | 6;
  readonly addr: string;
  readonly 'OS-EXT-IPS:type': string;
  readonly 'OS-EXT-IPS-MAC:mac_addr': string;
}

/** Addresses under the name of their network, in the order in which the server has them. */
export function addressesView(addresses: readonly Address[]): Record<string, AddressView[]> {
  const networks: Record<string, AddressView[]> = {};
  for (const { network, version, addr, type, mac } of addresses) {
    const list = networks[network] ?? [];
    list.push({ version, addr, 'OS-EXT-IPS:type': type, 'OS-EXT-IPS-MAC:mac_addr': mac });
    networks[network] = list;
  }
  return networks;
}

/** The traceback is for administrators, if it was the cloud's own fault. */
function faultView(call: ComputeCall, { fault }: Server): unknown {
  if (fault === undefined) return undefined;
  const { code, created, message, details } = fault;
  const open = details !== undefined && (call.caller.admin || code !== 500);
  return { code, created, message, ...(open ? { details } : {}) };
}
