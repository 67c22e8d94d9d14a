import { type Answer, asObject, asText, json, nothing, parsed, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import { portsOf } from '../ports.js';
import type { Server } from '../world.js';
import { addressesFor, textsOf } from './boot.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { accepted } from './kind.js';
import { changeServerMigration } from './server-migrations.js';
import { record } from './tasks.js';

type Change = (call: ComputeCall, server: Server, which: string | undefined) => Answer;

const changes: Readonly<Record<string, Change>> = {
  metadata,
  migrations: changeServerMigration,
  tags,
  'os-volume_attachments': volumes,
  'os-interface': interfaces,
  'os-server-password': (call) => (call.method === 'DELETE' ? nothing() : noRoute()),
  'remote-consoles': (call, server) => {
    const given = asObject(asObject(parsed(call.body))?.remote_console);
    if (call.method !== 'POST' || given === undefined || call.minor < 6) return noRoute();
    const [protocol, type] = [String(given.protocol), String(given.type)];
    return json(200, { remote_console: { protocol, type, url: consoleUrl(server, type) } });
  },
};

/** What changes what hangs on one server: `/servers/{id}/{part}[/{which}]`. */
export function changeServerPart(call: ComputeCall, server: Server, part: string, which: string | undefined): Answer {
  const change = Object.hasOwn(changes, part) ? changes[part] : undefined;
  if (change === undefined || call.parts.length > (part === 'migrations' ? 5 : 4)) return noRoute();
  if (server.locked && !call.caller.admin) throw new Refusal(409, `Instance ${server.id} is locked`);
  return change(call, server, which);
}

/** Where a console of this type is shown; nobody listens there. */
export const consoleUrl = (server: Server, type: string): string =>
  `http://cloud.example.com:6080/vnc_auto.html?path=%3Ftoken%3D${uuid('console', type, server.id)}`;

function metadata(call: ComputeCall, server: Server, key: string | undefined): Answer {
  const body = asObject(parsed(call.body));
  if (call.method === 'DELETE' && key !== undefined) {
    if (!Object.hasOwn(server.metadata, key)) throw new Refusal(404, 'Metadata item was not found');
    delete server.metadata[key];
    return nothing();
  }
  if (call.method === 'PUT' && key !== undefined) {
    const meta = textsOf(body?.meta);
    if (!Object.hasOwn(meta, key)) throw new Refusal(400, 'Request body and URI mismatch');
    server.metadata = { ...server.metadata, [key]: meta[key] ?? '' };
    return json(200, { meta: { [key]: server.metadata[key] } });
  }
  const given = asObject(body?.metadata);
  if (key !== undefined || given === undefined || (call.method !== 'POST' && call.method !== 'PUT')) return noRoute();
  server.metadata = { ...(call.method === 'POST' ? server.metadata : {}), ...textsOf(given) };
  return json(200, { metadata: server.metadata });
}

/** Tags, from 2.26 on. */
function tags(call: ComputeCall, server: Server, tag: string | undefined): Answer {
  if (call.minor < 26) return noRoute();
  if (call.method === 'DELETE') {
    if (tag !== undefined && !server.tags.includes(tag)) {
      throw new Refusal(404, `Instance ${server.id} has no tag '${tag}'`);
    }
    server.tags = tag === undefined ? [] : server.tags.filter((one) => one !== tag);
    return nothing();
  }
  if (call.method !== 'PUT') return noRoute();
  if (tag !== undefined) {
    if (server.tags.includes(tag)) return nothing();
    server.tags = [...server.tags, tag];
    return { ...nothing(), status: 201 };
  }
  const given = asObject(parsed(call.body))?.tags;
  if (!Array.isArray(given))
    throw new Refusal(400, "Invalid input for field/attribute tags. 'tags' is a required property");
  server.tags = [...new Set(given.map(String))];
  return json(200, { tags: server.tags });
}

function volumes(call: ComputeCall, server: Server, which: string | undefined): Answer {
  const { volumes: all } = call.cloud.world;
  const given = asObject(asObject(parsed(call.body))?.volumeAttachment) ?? {};
  const wanted = (id: unknown) => {
    const found = all.find((row) => row.id === id);
    if (found === undefined) throw new Refusal(404, `Volume ${id} could not be found.`);
    if (found.status !== 'available') {
      throw new Refusal(
        400,
        `Invalid volume: volume ${id} status must be available, but the current status is: ${found.status}`,
      );
    }
    return found;
  };
  if (call.method === 'POST' && which === undefined) {
    const volume = wanted(given.volumeId);
    const used = server.volumes.length + 1;
    const device = asText(given.device) ?? `/dev/vd${String.fromCharCode(97 + used)}`;
    const deleteOnTermination = given.delete_on_termination === true;
    volume.status = 'in-use';
    volume.attachedTo = { serverId: server.id, device };
    server.volumes = [...server.volumes, { id: volume.id, deleteOnTermination }];
    record(call, server, 'attach_volume');
    const id = call.minor < 89 ? { id: volume.id } : {};
    const more = {
      ...(call.minor >= 70 ? { tag: asText(given.tag) ?? null } : {}),
      ...(call.minor >= 79 ? { delete_on_termination: deleteOnTermination } : {}),
    };
    return json(200, { volumeAttachment: { ...id, volumeId: volume.id, serverId: server.id, device, ...more } });
  }
  const held = server.volumes.find(({ id }) => id === which);
  const volume = all.find(({ id }) => id === which);
  if (held === undefined) throw new Refusal(404, `Instance ${server.id} is not attached to volume ${which}`);
  const free = (): void => {
    if (volume !== undefined) volume.status = 'available';
    delete volume?.attachedTo;
  };
  if (call.method === 'DELETE') {
    free();
    server.volumes = server.volumes.filter((one) => one !== held);
    record(call, server, 'detach_volume');
    return accepted();
  }
  if (call.method !== 'PUT') return noRoute();
  if (given.volumeId !== which) {
    administratorsOnly(call, 'os-volumes-attachments:swap');
    const next = wanted(given.volumeId);
    next.status = 'in-use';
    next.attachedTo = { serverId: server.id, device: volume?.attachedTo?.device ?? '/dev/vdb' };
    free();
    held.id = next.id;
  }
  if (typeof given.delete_on_termination === 'boolean') held.deleteOnTermination = given.delete_on_termination;
  return accepted();
}

/** An address more on a network, and away with the port that has it. */
function interfaces(call: ComputeCall, server: Server, which: string | undefined): Answer {
  if (call.method === 'POST' && which === undefined) {
    const given = asObject(asObject(parsed(call.body))?.interfaceAttachment) ?? {};
    const [fixed] = Array.isArray(given.fixed_ips) ? given.fixed_ips : [];
    const network = { uuid: given.net_id, fixed_ip: asObject(fixed)?.ip_address };
    const networks = given.net_id === undefined ? undefined : [network];
    const made = addressesFor(call, { networks }, server.tenantId, server.id);
    const [first] = made;
    if (first !== undefined && server.addresses.some((one) => one.network === first.network)) {
      throw new Refusal(400, `Instance ${server.id} is on network ${first.network} already.`);
    }
    server.addresses = [...server.addresses, ...made];
    record(call, server, 'attach_interface');
    const port = portsOf(server).find(({ networkName }) => networkName === first?.network);
    if (port === undefined) throw new Refusal(500, 'Failed to attach network adapter device.');
    return json(200, {
      interfaceAttachment: {
        net_id: port.networkId,
        port_id: port.id,
        mac_addr: port.mac,
        port_state: port.status,
        fixed_ips: port.fixed.map((ip_address) => ({ subnet_id: port.subnetId, ip_address })),
        ...(call.minor >= 70 ? { tag: null } : {}),
      },
    });
  }
  const port = portsOf(server).find(({ id }) => id === which);
  if (call.method !== 'DELETE') return noRoute();
  if (port === undefined) throw new Refusal(404, `Instance ${server.id} does not have port with id ${which}`);
  server.addresses = server.addresses.filter(({ network }) => network !== port.networkName);
  record(call, server, 'detach_interface');
  return accepted();
}
