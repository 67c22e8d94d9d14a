import { randomBytes, randomUUID } from 'node:crypto';
import { type Answer, asObject, asText, json, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { Image, Server } from '../world.js';
import { addressesFor, hostFor, textsOf } from './boot.js';
import { administratorsOnly, type ComputeCall } from './call.js';
import { accepted } from './kind.js';
import type { ServerAction } from './server-actions.js';
import { consoleUrl } from './server-part-changes.js';
import { serverView } from './server-view.js';
import { begin, record } from './tasks.js';

/** Refuses what nova refuses for the state that a server is in. */
type Check = (call: ComputeCall, server: Server, action: Pick<ServerAction, 'name' | 'from' | 'needsHost'>) => void;
type Action = (call: ComputeCall, server: Server, given: Fields, check: Check) => Answer;

const settled = ['active', 'stopped'];

/** Actions of a server that are told more than their name (nova/compute/api.py). */
export const otherActions: Readonly<Record<string, Action>> = {
  resize: (call, server, given, check) => {
    check(call, server, { name: 'resize', from: settled });
    const flavor = call.cloud.world.flavors.find(({ id }) => id === given.flavorRef);
    if (flavor === undefined) throw new Refusal(400, `Flavor ${given.flavorRef} could not be found.`);
    if (flavor.id === server.flavorId) throw new Refusal(400, 'When resizing, instances must change flavor!');
    record(call, server, 'resize');
    const before = { flavorId: server.flavorId, host: server.host };
    begin(call, server, 'resize_prep', { vmState: 'resized', flavorId: flavor.id, before });
    return accepted();
  },
  revertResize: (call, server, _, check) => {
    check(call, server, { name: 'revert_resize', from: ['resized'] });
    record(call, server, 'revertResize');
    begin(call, server, 'resize_reverting', { vmState: 'active', ...server.before, before: undefined });
    return accepted();
  },
  migrate: (call, server, given, check) => {
    administratorsOnly(call, 'os-migrate-server:migrate');
    check(call, server, { name: 'migrate', from: settled });
    const before = { flavorId: server.flavorId, host: server.host };
    const host = otherHost(call, server, call.minor >= 56 ? given.host : undefined);
    record(call, server, 'migrate');
    begin(call, server, 'resize_prep', { vmState: 'resized', host, before });
    return accepted();
  },
  'os-migrateLive': (call, server, given, check) => {
    administratorsOnly(call, 'os-migrate-server:migrate_live');
    check(call, server, { name: 'os-migrateLive', from: ['active', 'paused'] });
    const host = otherHost(call, server, given.host);
    record(call, server, 'live-migration');
    begin(call, server, 'migrating', { host });
    return accepted();
  },
  evacuate: (call, server, given) => {
    administratorsOnly(call, 'os-evacuate');
    const from = call.cloud.world.computeServices.find(
      (one) => one.binary === 'nova-compute' && one.host === server.host,
    );
    if (from?.up === true && from.forcedDown !== true) {
      throw new Refusal(400, `Compute service of ${server.host} is still in use.`);
    }
    const host = otherHost(call, server, given.host);
    record(call, server, 'evacuate');
    begin(call, server, 'rebuilding', { host, vmState: 'active', powerState: 1 });
    return call.minor >= 14 ? { ...accepted(), status: 200 } : json(200, { adminPass: password(given) });
  },
  rebuild: (call, server, given, check) => {
    check(call, server, { name: 'rebuild', from: ['active', 'stopped', 'error'] });
    const imageId = asText(given.imageRef);
    if (!call.cloud.world.images.some(({ id }) => id === imageId))
      throw new Refusal(400, 'Cannot find image for rebuild');
    record(call, server, 'rebuild');
    if (given.metadata !== undefined) server.metadata = textsOf(given.metadata);
    server.name = asText(given.name) ?? server.name;
    if (call.minor >= 19 && given.description !== undefined) server.description = asText(given.description) ?? null;
    begin(call, server, 'rebuilding', { imageId: imageId ?? null, vmState: 'active', powerState: 1 });
    return json(202, { server: { ...(serverView(call, server, 'show') as object), adminPass: password(given) } });
  },
  unshelve: (call, server, given, check) => {
    check(call, server, { name: 'unshelve', from: ['shelved', 'shelved_offloaded'] });
    const host = hostFor(call.cloud.world, asText(given.host));
    record(call, server, 'unshelve');
    begin(call, server, 'unshelving', { vmState: 'active', powerState: 1, host });
    return accepted();
  },
  createImage: (call, server, given, check) => {
    check(call, server, { name: 'image_snapshot', from: ['active', 'stopped', 'paused', 'suspended'] });
    return snapshot(call, server, given, 'createImage');
  },
  createBackup: (call, server, given, check) => {
    check(call, server, { name: 'backup', from: ['active', 'stopped', 'paused', 'suspended'] });
    return snapshot(call, server, given, 'createBackup');
  },
  addSecurityGroup: (call, server, given) => {
    const name = groupOf(call, server, given);
    if (!server.securityGroups.includes(name)) server.securityGroups = [...server.securityGroups, name];
    return accepted();
  },
  removeSecurityGroup: (call, server, given) => {
    const name = groupOf(call, server, given);
    if (!server.securityGroups.includes(name)) {
      throw new Refusal(404, `Security group ${name} not associated with the instance ${server.id}`);
    }
    server.securityGroups = server.securityGroups.filter((one) => one !== name);
    return accepted();
  },
  addFloatingIp: (call, server, given) => {
    const { floatingIps } = call.cloud.world;
    const row = floatingIps.find((one) => one.address === given.address && one.tenantId === server.tenantId);
    if (row === undefined) throw new Refusal(404, 'floating IP not found');
    const fixed = server.addresses.find(({ type, addr }) => type === 'fixed' && addr === (given.fixed_address ?? addr));
    if (fixed === undefined) throw new Refusal(400, 'Specified fixed address not assigned to instance');
    Object.assign(row, { serverId: server.id, fixedIp: fixed.addr });
    server.addresses = [...server.addresses, { ...fixed, addr: row.address, type: 'floating' }];
    return accepted();
  },
  removeFloatingIp: (call, server, given) => {
    const row = call.cloud.world.floatingIps.find(({ address }) => address === given.address);
    if (row === undefined) throw new Refusal(404, 'floating IP not found');
    if (row.serverId !== server.id) {
      throw new Refusal(409, `Floating IP ${row.address} is not associated with instance ${server.id}.`);
    }
    Object.assign(row, { serverId: null, fixedIp: null });
    server.addresses = server.addresses.filter(({ addr }) => addr !== row.address);
    return accepted();
  },
  addFixedIp: (call, server, given) => {
    const made = addressesFor(call, { networks: [{ uuid: given.networkId }] }, server.tenantId, server.id);
    server.addresses = [...server.addresses, ...made];
    return accepted();
  },
  removeFixedIp: (_, server, given) => {
    if (!server.addresses.some(({ addr, type }) => addr === given.address && type === 'fixed')) {
      throw new Refusal(400, `Fixed IP ${given.address} has not been assigned to instance.`);
    }
    server.addresses = server.addresses.filter(({ addr }) => addr !== given.address);
    return accepted();
  },
  'os-getVNCConsole': oldConsole,
  'os-getSPICEConsole': oldConsole,
  'os-getRDPConsole': oldConsole,
  'os-getSerialConsole': oldConsole,
};

function oldConsole(call: ComputeCall, server: Server, { type }: Fields): Answer {
  if (call.minor >= 6) throw new Refusal(404, 'The resource could not be found.');
  return json(200, { console: { type, url: consoleUrl(server, String(type)) } });
}

const password = (given: Fields): string => asText(given.adminPass) ?? randomBytes(9).toString('base64url');

function groupOf(call: ComputeCall, { tenantId }: Server, { name }: Fields): string {
  const known = call.cloud.world.securityGroups.some((one) => one.tenantId === tenantId && one.name === name);
  if (known) return String(name);
  throw new Refusal(404, `Security group ${name} not found for project ${tenantId}.`);
}

/** The host that is asked for, if it can have servers, or another than that on which it is. */
function otherHost(call: ComputeCall, server: Server, wanted: unknown): string {
  const { computeServices, servers } = call.cloud.world;
  const named = asText(wanted);
  if (named !== undefined && named === server.host) {
    throw new Refusal(400, `Unable to migrate instance (${server.id}) to current host (${named}).`);
  }
  const able = computeServices.filter(
    (one) => one.binary === 'nova-compute' && one.enabled && one.up && one.host !== server.host,
  );
  if (named !== undefined) {
    if (able.some(({ host }) => host === named)) return named;
    throw new Refusal(400, `Compute host ${named} could not be found.`);
  }
  const load = (host: string): number => servers.filter((one) => one.host === host && !one.deleted).length;
  const [first] = able.map(({ host }) => host).sort((a, b) => load(a) - load(b) || (a < b ? -1 : 1));
  if (first === undefined) throw new Refusal(400, 'No valid host was found. There are not enough hosts available.');
  return first;
}

/** A new image of what the server is made of; of backups only so many are kept. */
function snapshot(call: ComputeCall, server: Server, given: Fields, action: 'createImage' | 'createBackup'): Answer {
  const { images } = call.cloud.world;
  const name = asText(given.name);
  if (name === undefined)
    throw new Refusal(400, `Invalid input for field/attribute ${action}. 'name' is a required property`);
  const source = images.find(({ id }) => id === server.imageId);
  const now = new Date(call.cloud.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  const type = asText(given.backup_type);
  const properties = {
    ...source?.properties,
    image_type: type === undefined ? 'snapshot' : 'backup',
    instance_uuid: server.id,
    ...(type === undefined ? {} : { backup_type: type }),
    ...textsOf(asObject(given.metadata)),
  };
  const made: Image = {
    ...{ id: randomUUID(), name, ownerId: server.tenantId, visibility: 'private', status: 'active' },
    ...{ diskFormat: 'qcow2', containerFormat: 'bare', size: source?.size ?? 0, virtualSize: null },
    ...{ checksum: source?.checksum ?? null, hash: source?.hash ?? null, minDisk: source?.minDisk ?? 0 },
    ...{
      minRam: source?.minRam ?? 0,
      protected: false,
      hidden: false,
      tags: [],
      members: [],
      created: now,
      updated: now,
    },
    properties,
  };
  images.push(made);
  record(call, server, action);
  if (type !== undefined) {
    const kept = Number(given.rotation);
    const backups = images.filter(
      (one) => one.properties.backup_type === type && one.properties.instance_uuid === server.id,
    );
    for (const old of backups.slice(0, Math.max(0, backups.length - kept))) images.splice(images.indexOf(old), 1);
  }
  if (call.minor >= 45) return json(202, { image_id: made.id });
  return { ...accepted(), headers: { location: `${call.cloud.layout.root('image')}/images/${made.id}` } };
}
