import { randomUUID } from 'node:crypto';
import { asObject, asText, Refusal } from '../call.js';
import type { Snapshot } from '../world-volume.js';
import { isTrue, timeOf, type VolumeCall } from './call.js';
import type { VolumeResource } from './kind.js';
import type { View } from './list.js';
import { texts } from './volumes.js';

/** `/snapshots`. */
export const snapshots: VolumeResource<Snapshot> = {
  one: 'snapshot',
  many: 'snapshots',
  rows: ({ cloud }) => cloud.world.snapshots,
  id: ({ id }) => id,
  sees: ({ caller: { admin, token } }, { tenantId }) => admin || tenantId === token.tenantId,
  tenant: ({ tenantId }) => tenantId,
  missing: (id) => `Snapshot ${id} could not be found.`,
  view: (call, row, verb) => snapshotView(call, row, true, verb === 'create' ? 'creating' : row.status),
  brief: (call, row) => snapshotView(call, row, call.version === 1, row.status),
  create: (call, given) => {
    const volumeId = asText(given.volume_id) ?? '';
    const volume = call.cloud.world.volumes.find(({ id }) => id === volumeId);
    if (volume === undefined) throw new Refusal(404, `Volume ${volumeId} could not be found.`);
    if (volume.status !== 'available' && !isTrue(String(given.force ?? '')) && call.minor < 66) {
      throw new Refusal(
        400,
        `Invalid volume: Volume ${volumeId} status must be available, but current status is: ${volume.status}.`,
      );
    }
    const description = asText(given.description) ?? asText(given.display_description);
    return {
      id: randomUUID(),
      name: asText(given.name) ?? asText(given.display_name) ?? '',
      volumeId,
      status: 'available',
      size: volume.size,
      tenantId: call.caller.token.tenantId ?? '',
      userId: call.caller.token.userId,
      created: timeOf(call),
      metadata: texts(asObject(given.metadata) ?? {}),
      ...(description === undefined ? {} : { description }),
    };
  },
  update: (_call, row, given) => {
    row.name = asText(given.name) ?? asText(given.display_name) ?? row.name;
    row.description = asText(given.description) ?? asText(given.display_description) ?? row.description;
  },
  remove() {},
};

/** With what extensions add where a row is shown in full. */
function snapshotView(call: VolumeCall, row: Snapshot, full: boolean, status: string): View {
  const old = call.version === 1;
  return {
    id: row.id,
    created_at: row.created,
    ...(old ? {} : { updated_at: row.created }),
    ...(old
      ? { display_name: row.name, display_description: row.description ?? null }
      : { name: row.name, description: row.description ?? null }),
    volume_id: row.volumeId,
    status,
    size: row.size,
    metadata: row.metadata ?? {},
    ...(full
      ? {
          ...(call.minor >= 14 ? { group_snapshot_id: null } : {}),
          ...(call.minor >= 41 ? { user_id: row.userId ?? null } : {}),
          ...(call.minor >= 65 ? { consumes_quota: true } : {}),
          'os-extended-snapshot-attributes:project_id': row.tenantId,
          'os-extended-snapshot-attributes:progress': '100%',
        }
      : {}),
  };
}
