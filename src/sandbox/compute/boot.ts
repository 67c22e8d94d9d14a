import { randomBytes, randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, json, Refusal } from '../call.js';
import { mac } from '../ids.js';
import type { Fields } from '../resource.js';
import { serverPorts } from '../seed/network-tables.js';
import type { Address, Flavor, Server, World } from '../world.js';
import { addressesOf, rangeOf } from './address-ranges.js';
import { type ComputeCall, links } from './call.js';
import { invalid, nextNumber } from './kind.js';
import { limitOf, used } from './quotas.js';
import { build } from './tasks.js';

/** `POST /servers`: 202, and the server's id. */
export function bootServers(call: ComputeCall, given: Fields, hints: unknown): Answer {
  const made = boot(call, given, call.caller.token.tenantId, hints);
  const [first] = made;
  if (first === undefined) throw new Refusal(400, 'Malformed request body');
  const headers = { location: `${call.versionUrl}${call.tenantPart}/servers/${first.id}` };
  if (given.return_reservation_id === true) return json(202, { reservation_id: first.reservationId }, headers);
  const adminPass = asText(given.adminPass) ?? randomBytes(9).toString('base64url');
  const shown = {
    id: first.id,
    links: links(call, 'servers', first.id),
    'OS-DCF:diskConfig': asText(given['OS-DCF:diskConfig']) ?? 'MANUAL',
    security_groups: first.securityGroups.map((name) => ({ name })),
    adminPass,
  };
  return json(202, { server: shown }, headers);
}

/** New servers of a tenant, which are there at once and built while others ask. Throws a `Refusal`, in nova's order. */
export function boot(
  call: ComputeCall,
  given: Fields,
  tenantId = call.caller.token.tenantId ?? '',
  hints?: unknown,
): Server[] {
  const { world, now } = call.cloud;
  const name = asText(given.name);
  if (name === undefined) throw invalid('name', "'name' is a required property");
  const least = Number(given.min_count ?? 1);
  const count = Number(given.max_count ?? least);
  if (!(least >= 1 && least <= count)) throw new Refusal(400, 'min_count must be <= max_count');
  const imageId = imageOf(world, given);
  const flavorId = asText(given.flavorRef)?.split('/').at(-1);
  const flavor = world.flavors.find(({ id }) => id === flavorId);
  if (flavor === undefined) throw new Refusal(400, `Flavor ${flavorId} could not be found.`);
  const keyName = keyNameOf(call, given);
  const securityGroups = groupsOf(world, given, tenantId);
  checkQuota(call, tenantId, flavor, count);
  const created = new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z');
  const reservationId = `r-${randomBytes(5).toString('hex').slice(0, 8)}`;
  return Array.from({ length: count }, (_, at): Server => {
    const number = nextNumber(world.servers);
    const called = count === 1 ? name : `${name}-${at + 1}`;
    const id = randomUUID();
    const server: Server = {
      ...{
        number,
        id,
        name: called,
        tenantId,
        userId: call.caller.token.userId,
        flavorId: flavor.id,
        imageId,
        keyName,
      },
      ...{ vmState: 'building', taskState: 'spawning', powerState: 0, host: null, launched: null, terminated: null },
      ...{ created, updated: created, deleted: false, reservationId, securityGroups },
      addresses: addressesFor(call, given, tenantId, id),
      metadata: textsOf(given.metadata),
      availabilityZone: asText(given.availability_zone)?.split(':')[0] ?? 'nova',
      configDrive:
        given.config_drive === true || given.config_drive === 'true' || given.config_drive === 'True' ? 'True' : '',
      progress: 0,
      hostname: asText(given.hostname) ?? (called.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-') || `server-${id}`),
      rootDevice: '/dev/vda',
      description: call.minor >= 19 ? (asText(given.description) ?? null) : null,
      tags: call.minor >= 52 && Array.isArray(given.tags) ? given.tags.map(String) : [],
      ...{ locked: false, lockedReason: null, volumes: volumesOf(world, given, id), serverGroups: [] },
      actions: [],
    };
    world.servers.push(server);
    const group = world.serverGroups.find((one) => one.id === asObject(hints)?.group);
    if (group !== undefined) {
      group.members = [...group.members, id];
      server.serverGroups = [group.id];
    }
    build(call, server, hostFor(world, asText(given.availability_zone)?.split(':')[1]));
    if (world.network !== undefined) {
      world.network.ports = [...(world.network.ports ?? []), ...serverPorts({ ...world, servers: [server] })];
    }
    return server;
  });
}

function keyNameOf({ cloud, caller }: ComputeCall, given: Fields): string | null {
  const name = asText(given.key_name);
  if (name === undefined) return null;
  const isTheirs = cloud.world.keypairs.some((one) => one.name === name && one.userId === caller.token.userId);
  if (!isTheirs) throw new Refusal(400, 'Invalid key_name provided.');
  return name;
}

function checkQuota(call: ComputeCall, tenantId: string, flavor: Flavor, count: number): void {
  const has = used(call, tenantId);
  for (const [name, more] of [
    ['instances', count],
    ['cores', count * flavor.vcpus],
    ['ram', count * flavor.ram],
  ] as const) {
    const limit = limitOf(call.cloud.world, name, tenantId);
    if (limit < 0 || (has[name] ?? 0) + more <= limit) continue;
    const why = `Requested ${more}, but already used ${has[name] ?? 0} of ${limit} ${name}`;
    throw new Refusal(403, `Quota exceeded for ${name}: ${why}`);
  }
}

function imageOf(world: World, given: Fields): string | null {
  const wanted = asText(given.imageRef)?.split('/').at(-1);
  if (wanted === undefined) {
    if (Array.isArray(given.block_device_mapping_v2) || Array.isArray(given.block_device_mapping)) return null;
    throw new Refusal(400, 'Invalid imageRef provided.');
  }
  if (!world.images.some(({ id }) => id === wanted)) throw new Refusal(400, 'Can not find requested image');
  return wanted;
}

function groupsOf(world: World, given: Fields, tenantId: string): string[] {
  const named = Array.isArray(given.security_groups) ? given.security_groups : [{ name: 'default' }];
  return named.map((one) => {
    const name = asText(asObject(one)?.name) ?? '';
    if (world.securityGroups.some((group) => group.tenantId === tenantId && group.name === name)) return name;
    throw new Refusal(400, `Security group ${name} not found for project ${tenantId}.`);
  });
}

/** An address in each network that is asked for; without a word in the tenant's own, or one that is anybody's. */
export function addressesFor(call: ComputeCall, given: Fields, tenantId: string, id: string): Address[] {
  const { networks, servers, network: tables } = call.cloud.world;
  if (given.networks === 'none') return [];
  const own = networks.find((row) => row.tenantId === tenantId) ?? networks.find((row) => row.tenantId === null);
  const asked = Array.isArray(given.networks)
    ? given.networks.map((one) => asObject(one) ?? {})
    : own === undefined
      ? []
      : [{ uuid: own.id }];
  return asked.map((one): Address => {
    const wanted = asText(one.uuid);
    const nova = networks.find((row) => row.id === wanted);
    const subnet = tables?.subnets?.find(({ network_id }) => network_id === wanted);
    const label = nova?.label ?? tables?.networks?.find((row) => row.id === wanted)?.name;
    const range = rangeOf(nova?.cidr ?? String(subnet?.cidr ?? ''));
    if (label === undefined || range === undefined)
      throw new Refusal(400, `Network ${wanted ?? ''} could not be found.`);
    const taken = new Set(
      servers.filter(({ deleted }) => !deleted).flatMap(({ addresses }) => addresses.map(({ addr }) => addr)),
    );
    const fixed = asText(one.fixed_ip);
    if (fixed !== undefined && taken.has(fixed))
      throw new Refusal(400, `Fixed IP address ${fixed} is already in use on instance.`);
    const free =
      fixed ??
      addressesOf(range)
        .slice(2)
        .find((address) => !taken.has(address));
    if (free === undefined) throw new Refusal(400, 'No fixed IP addresses available for network');
    const name = String(label);
    return {
      network: name,
      version: 4,
      addr: free,
      type: 'fixed',
      mac: mac(id, name),
      ...(wanted === undefined ? {} : { networkId: wanted }),
    };
  });
}

/** The volumes that it boots from, or has from the beginning. */
function volumesOf(world: World, given: Fields, serverId: string): Server['volumes'] {
  const asked = Array.isArray(given.block_device_mapping_v2)
    ? given.block_device_mapping_v2.map((one) => asObject(one) ?? {})
    : [];
  return asked
    .filter(({ source_type }) => source_type === 'volume')
    .map(({ uuid, delete_on_termination, boot_index }) => {
      const volume = world.volumes.find(({ id }) => id === uuid);
      if (volume === undefined)
        throw new Refusal(400, `Block Device Mapping is Invalid: failed to get volume ${uuid}.`);
      volume.status = 'in-use';
      volume.attachedTo = { serverId, device: Number(boot_index) === 0 ? '/dev/vda' : '/dev/vdb' };
      return { id: volume.id, deleteOnTermination: delete_on_termination === true };
    });
}

/** The host that is asked for, or the one that has the fewest servers of those that take new ones. */
export function hostFor({ computeServices, servers }: World, wanted: string | undefined): string | null {
  const able = computeServices.filter(({ binary, enabled, up }) => binary === 'nova-compute' && enabled && up);
  const load = (host: string): number => servers.filter((one) => one.host === host && !one.deleted).length;
  const hosts = able.map(({ host }) => host).filter((host) => wanted === undefined || host === wanted);
  return hosts.sort((a, b) => load(a) - load(b) || (a < b ? -1 : 1))[0] ?? null;
}

/** The members of an object as texts; none of what is no object. */
export const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(asObject(value) ?? {}).map(([key, one]) => [key, String(one)]));
