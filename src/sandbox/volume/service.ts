import { type Answer, type Call, json, Refusal } from '../call.js';
import { type Caller, type Cloud, callerOf, tokenNeeded } from '../cloud.js';
import { fault } from '../compute/call.js';
import { uuid } from '../ids.js';
import type { Volume } from '../world.js';
import { snapshots } from './snapshots.js';

/** Cinder with its first API: `/v1/{tenant}/volumes[/detail|/{id}]`. */
export function volume(cloud: Cloud, call: Call): Answer {
  const [version, tenant, kind] = call.path;
  if (version === undefined) return versions(call);
  if (version !== 'v1') return fault(404, 'The resource could not be found.');
  const headers = { 'x-compute-request-id': call.requestId, 'x-openstack-request-id': call.requestId };
  const answer = resource(cloud, call, tenant ?? '', kind);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function versions(call: Call): Answer {
  const self = { rel: 'self', href: `${call.root}/v1/` };
  return json(300, {
    versions: [{ id: 'v1.0', status: 'CURRENT', updated: '2012-01-04T11:33:21Z', links: [self] }],
  });
}

function resource(cloud: Cloud, call: Call, tenant: string, kind: string | undefined): Answer {
  const caller = callerOf(cloud, call);
  if (caller === undefined) return tokenNeeded(cloud);
  if (tenant !== caller.token.tenantId) return fault(400, 'Malformed request url');
  if (call.method !== 'GET' && call.method !== 'HEAD') return fault(404, 'The resource could not be found.');
  try {
    if (kind === 'volumes') return volumes(cloud, call, caller);
    if (kind === 'snapshots') return snapshots(cloud, call, caller);
    if (call.path[3] === undefined && kind !== undefined) {
      const found = lists(cloud, call, caller)[kind];
      if (found !== undefined) return json(200, found());
    }
  } catch (error) {
    if (error instanceof Refusal) return fault(error.status, error.message);
    throw error;
  }
  return fault(404, 'The resource could not be found.');
}

function volumes({ world }: Cloud, call: Call, { admin, token }: Caller): Answer {
  const [, , , id] = call.path;
  const visible = world.volumes.filter((row) => admin || row.tenantId === token.tenantId);
  if (id === undefined || id === 'detail') {
    const all = admin && ['1', 'true'].includes(call.query.get('all_tenants')?.toLowerCase() ?? '');
    const rows = visible.filter(
      (row) =>
        (all || row.tenantId === token.tenantId) &&
        [null, row.name].includes(call.query.get('display_name')) &&
        [null, row.status].includes(call.query.get('status')),
    );
    return json(200, { volumes: rows.map(view) });
  }
  const found = visible.find((row) => row.id === id);
  if (found === undefined) throw new Refusal(404, `Volume ${id} could not be found.`);
  return json(200, { volume: view(found) });
}

/** v1 says `display_name`, and has its times without a zone. */
function view(row: Volume): unknown {
  const attached = row.attachedTo;
  return {
    id: row.id,
    status: row.status,
    display_name: row.name,
    display_description: null,
    size: row.size,
    volume_type: row.type,
    snapshot_id: null,
    source_volid: null,
    bootable: String(row.bootable),
    availability_zone: 'nova',
    created_at: row.created,
    attachments:
      attached === undefined
        ? []
        : [{ id: row.id, volume_id: row.id, server_id: attached.serverId, host_name: null, device: attached.device }],
    metadata: {},
    'os-vol-host-attr:host': row.host,
    'os-vol-tenant-attr:tenant_id': row.tenantId,
  };
}

/** The other lists of cinder, each made when it is asked for. */
function lists({ world }: Cloud, call: Call, { admin }: Caller): Record<string, () => unknown> {
  const administratorsOnly = (rule: string): void => {
    if (!admin) throw new Refusal(403, `Policy doesn't allow volume_extension:${rule} to be performed.`);
  };
  const asked = (name: string, value: string): boolean => [null, value].includes(call.query.get(name));
  return {
    'os-hosts': () => {
      administratorsOnly('hosts');
      const rows = world.volumeServices.filter(({ zone }) => asked('zone', zone));
      return {
        hosts: rows.map((row) => ({
          'service-status': row.up ? 'available' : 'unavailable',
          service: row.binary,
          zone: row.zone,
          'service-state': row.enabled ? 'enabled' : 'disabled',
          host_name: row.host,
          'last-update': row.updated,
        })),
      };
    },
    'os-services': () => {
      administratorsOnly('services');
      const rows = world.volumeServices.filter(({ host, binary }) => asked('host', host) && asked('binary', binary));
      return {
        services: rows.map((row) => ({
          binary: row.binary,
          host: row.host,
          zone: row.zone,
          status: row.enabled ? 'enabled' : 'disabled',
          state: row.up ? 'up' : 'down',
          updated_at: row.updated,
        })),
      };
    },
    types: () => ({
      volume_types: [...new Set(world.volumes.map(({ type }) => type))].map((name) => ({
        id: uuid('volume-type', name),
        name,
        extra_specs: {},
      })),
    }),
    'os-availability-zone': () => ({
      availabilityZoneInfo: [...new Set(world.volumeServices.map(({ zone }) => zone))].map((zoneName) => ({
        zoneName,
        zoneState: { available: true },
      })),
    }),
  };
}
