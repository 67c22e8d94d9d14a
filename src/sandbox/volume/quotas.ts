import { type Answer, asObject, json, nothing, parsed, Refusal } from '../call.js';
import { administratorsOnly, isReading, isTrue, tablesOf, type VolumeCall } from './call.js';

/** cinder.conf's defaults (quota_volumes and its like). */
function defaultsOf(call: VolumeCall): Record<string, number> {
  const limits: Record<string, number> =
    call.version === 1
      ? { volumes: 10, snapshots: 10, gigabytes: 1000 }
      : { volumes: 10, per_volume_gigabytes: -1, snapshots: 10, gigabytes: 1000, backups: 10, backup_gigabytes: 1000 };
  for (const { name } of tablesOf(call).types) {
    limits[`volumes_${name}`] = -1;
    limits[`gigabytes_${name}`] = -1;
    limits[`snapshots_${name}`] = -1;
  }
  return call.version === 3 ? { ...limits, groups: 10 } : limits;
}

function limitsOf(call: VolumeCall, tenantId: string): Record<string, number> {
  return { ...defaultsOf(call), ...tablesOf(call).quotas[tenantId] };
}

/** What a tenant has of each. */
function usedBy(call: VolumeCall, tenantId: string): Record<string, number> {
  const { world } = call.cloud;
  const tables = tablesOf(call);
  const volumes = world.volumes.filter((row) => row.tenantId === tenantId);
  const snapshots = world.snapshots.filter((row) => row.tenantId === tenantId);
  const backups = tables.backups.filter(({ ownerId }) => ownerId === tenantId);
  const size = (rows: readonly { size: number }[]): number => rows.reduce((sum, row) => sum + row.size, 0);
  const used: Record<string, number> = {
    volumes: volumes.length,
    snapshots: snapshots.length,
    gigabytes: size(volumes) + size(snapshots),
    backups: backups.length,
    backup_gigabytes: backups.reduce((sum, { fields }) => sum + Number(fields.size), 0),
    groups: tables.groups.filter(({ ownerId }) => ownerId === tenantId).length,
  };
  for (const { name } of tables.types) {
    const ofType = volumes.filter(({ type }) => type === name);
    const kept = snapshots.filter(({ volumeId }) => ofType.some(({ id }) => id === volumeId));
    used[`volumes_${name}`] = ofType.length;
    used[`gigabytes_${name}`] = size(ofType) + size(kept);
    used[`snapshots_${name}`] = kept.length;
  }
  return used;
}

/** `/os-quota-sets/{tenant}[?usage=True]`, `/os-quota-sets/{tenant}/defaults`. */
export function quotaSets(call: VolumeCall): Answer | undefined {
  const [, tenantId, part, more] = call.parts;
  if (tenantId === undefined || more !== undefined || (part !== undefined && part !== 'defaults')) return undefined;
  const own = tenantId === call.caller.token.tenantId;
  if (isReading(call)) {
    if (!own) administratorsOnly(call, 'volume_extension:quotas:show');
    const limits = part === 'defaults' ? defaultsOf(call) : limitsOf(call, tenantId);
    if (part === 'defaults' || !isTrue(call.query.get('usage'))) {
      return json(200, { quota_set: { ...limits, id: tenantId } });
    }
    const used = usedBy(call, tenantId);
    const rows = Object.entries(limits).map(([name, limit]) => [name, { limit, in_use: used[name] ?? 0, reserved: 0 }]);
    return json(200, { quota_set: { ...Object.fromEntries(rows), id: tenantId } });
  }
  if (part !== undefined || (call.method !== 'PUT' && call.method !== 'DELETE')) return undefined;
  const { quotas } = tablesOf(call);
  administratorsOnly(call, `volume_extension:quotas:${call.method === 'PUT' ? 'update' : 'delete'}`);
  if (call.method === 'DELETE') {
    delete quotas[tenantId];
    return { ...nothing(), status: 200 };
  }
  const given = asObject(asObject(parsed(call.body))?.quota_set) ?? {};
  const changed: Record<string, number> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'tenant_id' || name === 'force') continue;
    if (!(name in defaultsOf(call)) || !Number.isInteger(Number(value))) {
      throw new Refusal(400, `Invalid input for field/attribute quota_set. Value: ${value}.`);
    }
    changed[name] = Number(value);
  }
  quotas[tenantId] = { ...quotas[tenantId], ...changed };
  return json(200, { quota_set: limitsOf(call, tenantId) });
}

/** `/os-quota-class-sets/{name}`, for administrators. */
export function quotaClasses(call: VolumeCall): Answer | undefined {
  const [, name, more] = call.parts;
  if (!isReading(call) || name === undefined || more !== undefined) return undefined;
  administratorsOnly(call, 'volume_extension:quota_classes:get');
  return json(200, { quota_class_set: { ...defaultsOf(call), id: name } });
}

/** `/limits`: quotas under other names, and what of them is taken. */
export function limits(call: VolumeCall): Answer | undefined {
  if (!isReading(call) || call.parts.length > 1) return undefined;
  const asked = call.query.get('tenant_id') ?? call.query.get('project_id');
  const tenantId = call.minor >= 39 && call.caller.admin && asked !== null ? asked : (call.caller.token.tenantId ?? '');
  const limit = limitsOf(call, tenantId);
  const used = usedBy(call, tenantId);
  const backups = call.version !== 1;
  return json(200, {
    limits: {
      rate: [],
      absolute: {
        maxTotalVolumes: limit.volumes,
        maxTotalSnapshots: limit.snapshots,
        maxTotalVolumeGigabytes: limit.gigabytes,
        ...(backups ? { maxTotalBackups: limit.backups, maxTotalBackupGigabytes: limit.backup_gigabytes } : {}),
        totalVolumesUsed: used.volumes,
        totalGigabytesUsed: used.gigabytes,
        totalSnapshotsUsed: used.snapshots,
        ...(backups ? { totalBackupsUsed: used.backups, totalBackupGigabytesUsed: used.backup_gigabytes } : {}),
      },
    },
  });
}
