import { type Answer, json, nothing, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import { portsOf } from '../ports.js';
import type { Server } from '../world.js';
import { instanceActions, oldActions } from './actions.js';
import { type ComputeCall, noRoute } from './call.js';
import { diagnostics } from './diagnostics.js';
import { groupView } from './security-groups.js';
import { serverMigrations, topology } from './server-migrations.js';
import { changeServerPart } from './server-part-changes.js';
import { addressesView } from './server-view.js';

/** What hangs on one server: `/servers/{id}/{part}[/{which}]`. */
export function serverPart(call: ComputeCall, server: Server, part: string): Answer {
  const which = call.parts[3];
  if (call.method !== 'GET' && call.method !== 'HEAD') return changeServerPart(call, server, part, which);
  switch (part) {
    case 'diagnostics':
      return which === undefined ? diagnostics(call, server) : noRoute();
    case 'os-instance-actions':
      return instanceActions(call, server);
    case 'actions':
      return which === undefined ? oldActions(call, server) : noRoute();
    case 'ips':
      return addresses(server, which);
    case 'metadata':
      return metadata(server, which);
    case 'tags':
      if (call.minor < 26) return noRoute();
      if (which === undefined) return json(200, { tags: server.tags });
      if (!server.tags.includes(which)) throw new Refusal(404, `Instance ${server.id} has no tag '${which}'`);
      return nothing();
    case 'migrations':
      return serverMigrations(call, server, which);
    case 'topology':
      return which === undefined ? topology(call) : noRoute();
    case 'os-server-password':
      return json(200, { password: '' });
    case 'os-volume_attachments':
      return attachments(call, server, which);
    case 'os-interface':
      return interfaceOf(server, which);
    case 'os-virtual-interfaces':
      if (call.minor >= 44) return noRoute();
      return json(200, {
        virtual_interfaces: interfaces(server).map(({ port_id, mac_addr, net_id }) => ({
          id: port_id,
          mac_address: mac_addr,
          ...(call.minor >= 12 ? { net_id } : {}),
        })),
      });
    case 'os-security-groups': {
      const own = call.cloud.world.securityGroups.filter(
        ({ tenantId, name }) => tenantId === server.tenantId && server.securityGroups.includes(name),
      );
      return json(200, { security_groups: own.map(groupView) });
    }
  }
  return noRoute();
}

function addresses(server: Server, network: string | undefined): Answer {
  // Without the two extended fields, unlike in the server itself.
  const view = Object.fromEntries(
    Object.entries(addressesView(server.addresses)).map(([name, list]) => [
      name,
      list.map(({ version, addr }) => ({ version, addr })),
    ]),
  );
  if (network === undefined) return json(200, { addresses: view });
  if (!Object.hasOwn(view, network)) throw new Refusal(404, 'Instance is not a member of specified network');
  return json(200, { [network]: view[network] });
}

function metadata(server: Server, key: string | undefined): Answer {
  if (key === undefined) return json(200, { metadata: server.metadata });
  if (!Object.hasOwn(server.metadata, key)) throw new Refusal(404, 'Metadata item was not found');
  return json(200, { meta: { [key]: server.metadata[key] } });
}

function attachments(call: ComputeCall, server: Server, volumeId: string | undefined): Answer {
  const rows = server.volumes.map(({ id, deleteOnTermination }) => ({
    ...(call.minor < 89 ? { id } : { attachment_id: uuid('attachment', id), bdm_uuid: uuid('bdm', id) }),
    volumeId: id,
    serverId: server.id,
    device: call.cloud.world.volumes.find((volume) => volume.id === id)?.attachedTo?.device ?? null,
    ...(call.minor >= 70 ? { tag: null } : {}),
    ...(call.minor >= 79 ? { delete_on_termination: deleteOnTermination } : {}),
  }));
  if (volumeId === undefined) return json(200, { volumeAttachments: rows });
  const found = rows.find((row) => row.volumeId === volumeId);
  if (found === undefined) {
    throw new Refusal(404, `Instance ${server.id} is not attached to volume ${volumeId}`);
  }
  return json(200, { volumeAttachment: found });
}

function interfaceOf(server: Server, portId: string | undefined): Answer {
  const all = interfaces(server);
  if (portId === undefined) return json(200, { interfaceAttachments: all });
  const found = all.find(({ port_id }) => port_id === portId);
  if (found === undefined) throw new Refusal(404, `Instance ${server.id} does not have port with id ${portId}`);
  return json(200, { interfaceAttachment: found });
}

/** Its ports, as nova shows them. */
function interfaces(server: Server) {
  return portsOf(server).map((port) => ({
    net_id: port.networkId,
    port_id: port.id,
    mac_addr: port.mac,
    port_state: port.status,
    fixed_ips: port.fixed.map((ip) => ({ subnet_id: port.subnetId, ip_address: ip })),
  }));
}
