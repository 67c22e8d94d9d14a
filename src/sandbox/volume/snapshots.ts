import { type Answer, type Call, json, Refusal } from '../call.js';
import type { Caller, Cloud } from '../cloud.js';
import type { Snapshot } from '../world-retired.js';

/** `/snapshots[/detail|/{id}]`: the tenant's, or with `?all_tenants=1` an administrator's of all. */
export function snapshots({ world }: Cloud, call: Call, { admin, token }: Caller): Answer {
  const [, , , id] = call.path;
  const visible = world.snapshots.filter(({ tenantId }) => admin || tenantId === token.tenantId);
  if (id === undefined || id === 'detail') {
    const all = admin && ['1', 'true'].includes(call.query.get('all_tenants')?.toLowerCase() ?? '');
    const rows = visible.filter(({ tenantId }) => all || tenantId === token.tenantId);
    return json(200, { snapshots: rows.map((row) => view(row)) });
  }
  const found = visible.find((row) => row.id === id);
  if (found === undefined) throw new Refusal(404, `Snapshot ${id} could not be found.`);
  return json(200, { snapshot: view(found) });
}

function view(row: Snapshot): unknown {
  return {
    id: row.id,
    status: row.status,
    display_name: row.name,
    display_description: null,
    volume_id: row.volumeId,
    size: row.size,
    created_at: row.created,
    metadata: {},
    'os-extended-snapshot-attributes:progress': '100%',
    'os-extended-snapshot-attributes:project_id': row.tenantId,
  };
}
