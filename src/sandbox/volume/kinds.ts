import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { VolumeRow } from '../world-volume.js';
import { tablesOf, timeOf, type VolumeCall } from './call.js';
import { made, rename, rowResource, type VolumeResource } from './kind.js';
import { transferKey } from './volume-parts.js';

/** The resources of cinder whose rows are kept in the words of its API: each is an entry. */

function volumeOf({ cloud: { world } }: VolumeCall, id: unknown) {
  const found = world.volumes.find((row) => row.id === id);
  if (found === undefined) throw new Refusal(404, `Volume ${id} could not be found.`);
  return found;
}

export const backups = rowResource({
  one: 'backup',
  many: 'backups',
  table: 'backups',
  briefKeys: ['id', 'name', 'links'],
  since: {
    metadata: 43,
    'os-backup-project-attr:project_id': 18,
    user_id: 56,
    encryption_key_id: 64,
  },
  hidden: ['os-backup-project-attr:project_id'],
  linked: 'backups',
  filters: 'backup',
  missing: (id) => `Backup ${id} could not be found.`,
  create: (call, given) => {
    const volume = volumeOf(call, given.volume_id);
    return made(call, {
      status: 'available',
      size: volume.size,
      object_count: volume.size * 20,
      availability_zone: 'nova',
      container: asText(given.container) ?? 'volumebackups',
      created_at: timeOf(call),
      updated_at: timeOf(call),
      name: asText(given.name) ?? null,
      description: asText(given.description) ?? null,
      fail_reason: null,
      volume_id: volume.id,
      is_incremental: given.incremental === true,
      has_dependent_backups: false,
      snapshot_id: asText(given.snapshot_id) ?? null,
      data_timestamp: timeOf(call),
      metadata: given.metadata ?? {},
      'os-backup-project-attr:project_id': call.caller.token.tenantId,
      user_id: call.caller.token.userId,
    });
  },
  update: rename,
  remove() {},
});

const transfer = {
  one: 'transfer',
  many: 'transfers',
  table: 'transfers' as const,
  briefKeys: ['id', 'volume_id', 'name', 'links'],
  since: { no_snapshots: 55, destination_project_id: 57, source_project_id: 57, accepted: 57 },
  missing: (id: string) => `Transfer ${id} could not be found.`,
  create: (call: VolumeCall, given: Fields): VolumeRow => {
    const volume = volumeOf(call, given.volume_id);
    if (volume.status !== 'available') throw new Refusal(400, `Invalid volume: status must be available`);
    volume.status = 'awaiting-transfer';
    return made(call, {
      created_at: timeOf(call),
      name: asText(given.name) ?? null,
      volume_id: volume.id,
      no_snapshots: given.no_snapshots === true,
      source_project_id: call.caller.token.tenantId,
      destination_project_id: null,
      accepted: false,
    });
  },
  remove: (call: VolumeCall, { fields }: VolumeRow): void => {
    const volume = call.cloud.world.volumes.find(({ id }) => id === fields.volume_id);
    if (volume !== undefined) volume.status = 'available';
  },
};

/** A transfer is shown with its key once, when it is made. */
function withKey(resource: VolumeResource<VolumeRow>): VolumeResource<VolumeRow> {
  return {
    ...resource,
    view: (call, row, verb) => ({
      ...(resource.view(call, row, verb) as object),
      ...(verb === 'create' ? { auth_key: transferKey(row.id) } : {}),
    }),
  };
}

export const transfers = withKey(rowResource({ ...transfer, linked: 'os-volume-transfer' }));
export const volumeTransfers = withKey(
  rowResource({ ...transfer, linked: 'os-volume-transfer', version: 3, minor: 55 }),
);

/** `POST …/{id}/accept`: whoever has the key gets the volume. */
export function acceptTransfer(call: VolumeCall, { id, fields }: VolumeRow): Answer {
  const { world } = call.cloud;
  const volume = volumeOf(call, fields.volume_id);
  if (asObject(asObject(parsed(call.body))?.accept)?.auth_key !== transferKey(id)) {
    throw new Refusal(403, `Attempt to transfer volume ${volume.id} with invalid auth key.`);
  }
  volume.status = 'available';
  volume.tenantId = call.caller.token.tenantId ?? '';
  volume.userId = call.caller.token.userId;
  for (const snapshot of world.snapshots.filter(({ volumeId }) => volumeId === volume.id)) {
    snapshot.tenantId = volume.tenantId;
  }
  const tables = tablesOf(call);
  tables.transfers = tables.transfers.filter((row) => row.id !== id);
  return json(202, { transfer: { id, volume_id: volume.id, name: fields.name } });
}

export const attachments = rowResource({
  one: 'attachment',
  many: 'attachments',
  table: 'attachments',
  briefKeys: ['id', 'status', 'instance', 'volume_id'],
  filters: 'attachment',
  missing: (id) => `Volume attachment could not be found with filter: attachment_id = ${id}.`,
  version: 3,
  minor: 27,
  remove() {},
});

export const messages = rowResource({
  one: 'message',
  many: 'messages',
  table: 'messages',
  linked: 'messages',
  filters: 'message',
  missing: (id) => `Message ${id} could not be found.`,
  version: 3,
  minor: 3,
  remove() {},
});

/** Known by their names. */
export const clusters: VolumeResource<VolumeRow> = {
  ...rowResource({
    one: 'cluster',
    many: 'clusters',
    table: 'clusters',
    since: { replication_status: 26, frozen: 26, active_backend_id: 26 },
    missing: (name) => `Cluster {'binary': 'cinder-volume', 'name': '${name}'} could not be found.`,
    version: 3,
    minor: 7,
    adminRule: 'clusters',
  }),
  id: ({ fields }) => String(fields.name),
  view: (call, { fields }) => clusterView(call, fields, call.parts[1] !== undefined),
  brief: (call, { fields }) => clusterView(call, fields, false),
};

function clusterView(call: VolumeCall, fields: Fields, full: boolean): Fields {
  const replication = call.minor >= 26;
  const { replication_status, num_hosts, num_down_hosts, last_heartbeat, created_at, updated_at, disabled_reason } =
    fields;
  return {
    name: fields.name,
    binary: fields.binary,
    state: fields.state,
    status: fields.status,
    ...(replication ? { replication_status } : {}),
    ...(full
      ? {
          num_hosts,
          num_down_hosts,
          last_heartbeat,
          created_at,
          updated_at,
          disabled_reason,
          ...(replication ? { frozen: fields.frozen, active_backend_id: fields.active_backend_id } : {}),
        }
      : {}),
  };
}
