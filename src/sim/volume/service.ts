import { type Answer, type Call, json, Refusal } from '../call.js';
import { type Caller, type Cloud, callerOf } from '../cloud.js';
import { fault } from '../compute/call.js';
import type { Volume } from '../world.js';

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
  if (caller === undefined) {
    const message = 'The request you have made requires authentication.';
    return json(
      401,
      { error: { code: 401, title: 'Unauthorized', message } },
      { 'www-authenticate': `Keystone uri="${cloud.layout.root('identity')}"` },
    );
  }
  if (tenant !== caller.token.tenantId) return fault(400, 'Malformed request url');
  if (call.method !== 'GET' && call.method !== 'HEAD') return fault(404, 'The resource could not be found.');
  try {
    if (kind === 'volumes') return volumes(cloud, call, caller);
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
