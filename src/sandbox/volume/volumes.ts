import { randomUUID } from 'node:crypto';
import { asObject, asText, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import type { Fields } from '../resource.js';
import type { Volume } from '../world-volume.js';
import { isTrue, links, tablesOf, timeOf, type VolumeCall } from './call.js';
import type { VolumeResource } from './kind.js';
import type { View } from './list.js';
import { begin } from './tasks.js';

/** `/volumes`, as each version shows them: v1 says `display_name`. */
export const volumes: VolumeResource<Volume> = {
  one: 'volume',
  many: 'volumes',
  rows: ({ cloud }) => cloud.world.volumes,
  id: ({ id }) => id,
  sees: ({ caller: { admin, token } }, { tenantId }) => admin || tenantId === token.tenantId,
  tenant: ({ tenantId }) => tenantId,
  missing: (id) => `Volume ${id} could not be found.`,
  view: (call, row, verb) => {
    const view = volumeView(call, row);
    // What is made is made later; the answer says so even where it is there at once.
    return verb === 'create' ? { ...view, status: 'creating', attachments: [] } : view;
  },
  brief: (call, row) =>
    call.version === 1 ? volumeView(call, row) : { id: row.id, name: row.name, links: links(call, 'volumes', row.id) },
  create: createVolume,
  update: (call, row, given) => {
    row.name = asText(given.name) ?? asText(given.display_name) ?? row.name;
    row.description = asText(given.description) ?? asText(given.display_description) ?? row.description;
    const metadata = asObject(given.metadata);
    if (metadata !== undefined) row.metadata = texts(metadata);
    row.updated = timeOf(call);
  },
};

function volumeView(call: VolumeCall, row: Volume): View {
  const { admin } = call.caller;
  const old = call.version === 1;
  const at = (first: number, fields: Fields): Fields => (call.minor >= first ? fields : {});
  return {
    id: row.id,
    status: row.status,
    size: row.size,
    availability_zone: 'nova',
    created_at: row.created,
    ...(old ? {} : { updated_at: row.updated ?? row.created }),
    ...(old
      ? { display_name: row.name, display_description: row.description ?? null }
      : { name: row.name, description: row.description ?? null }),
    volume_type: row.type,
    snapshot_id: row.snapshotId ?? null,
    source_volid: row.sourceId ?? null,
    metadata: row.metadata ?? {},
    ...(old ? {} : { links: links(call, 'volumes', row.id), user_id: row.userId }),
    bootable: String(row.bootable),
    ...(old
      ? {}
      : {
          encrypted: row.encrypted ?? false,
          replication_status: null,
          consistencygroup_id: null,
          multiattach: row.multiattach ?? false,
        }),
    attachments: attachmentsOf(call, row),
    ...(admin && !old ? { migration_status: null } : {}),
    ...at(13, { group_id: row.groupId ?? null }),
    ...(admin ? at(21, { provider_id: null }) : {}),
    ...at(48, { shared_targets: false, service_uuid: uuid('cinder-service', row.host) }),
    ...(admin ? at(61, { cluster_name: null }) : {}),
    ...at(63, { volume_type_id: tablesOf(call).types.find(({ name }) => name === row.type)?.id ?? null }),
    ...at(65, { consumes_quota: true }),
    ...(row.imageMetadata === undefined ? {} : { volume_image_metadata: row.imageMetadata }),
    'os-vol-tenant-attr:tenant_id': row.tenantId,
    ...(admin
      ? {
          ...(old ? {} : { 'os-vol-mig-status-attr:migstat': null, 'os-vol-mig-status-attr:name_id': null }),
          'os-vol-host-attr:host': row.host,
        }
      : {}),
  };
}

function attachmentsOf({ version, caller, cloud }: VolumeCall, row: Volume): unknown[] {
  const { id, attachedTo, updated, created } = row;
  if (attachedTo === undefined) return [];
  const host = cloud.world.servers.find((server) => server.id === attachedTo.serverId)?.host ?? null;
  return [
    {
      id,
      ...(version === 1 ? {} : { attachment_id: uuid('attachment', id) }),
      volume_id: id,
      server_id: attachedTo.serverId,
      host_name: caller.admin && version > 1 ? host : null,
      device: attachedTo.device,
      ...(version === 1 ? {} : { attached_at: updated ?? created }),
    },
  ];
}

/** Metadata as it is kept: text throughout. */
export function texts(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)]));
}

function createVolume(call: VolumeCall, given: Fields): Volume {
  const { world } = call.cloud;
  const { token } = call.caller;
  const snapshotId = asText(given.snapshot_id);
  const sourceId = asText(given.source_volid);
  const snapshot = world.snapshots.find(({ id }) => id === snapshotId);
  const source = world.volumes.find(({ id }) => id === sourceId);
  if (snapshotId !== undefined && snapshot === undefined) {
    throw new Refusal(404, `Snapshot ${snapshotId} could not be found.`);
  }
  if (sourceId !== undefined && source === undefined) throw new Refusal(404, `Volume ${sourceId} could not be found.`);
  const size = given.size === undefined || given.size === null ? (snapshot?.size ?? source?.size) : Number(given.size);
  if (size === undefined || !Number.isInteger(size) || size <= 0) {
    throw new Refusal(400, `Invalid input received: Invalid volume size provided for create request: ${given.size}`);
  }
  const imageId = asText(given.imageRef);
  const image = world.images.find(({ id }) => id === imageId);
  if (imageId !== undefined && image === undefined) {
    throw new Refusal(400, `Invalid input received: Image ${imageId} could not be found.`);
  }
  const now = timeOf(call);
  const made: Volume = {
    id: randomUUID(),
    name: asText(given.name) ?? asText(given.display_name) ?? null,
    status: 'available',
    size,
    tenantId: token.tenantId ?? '',
    userId: token.userId,
    type: typeOf(call, asText(given.volume_type)),
    host: 'c01.example.com',
    created: now,
    updated: now,
    bootable: image !== undefined || source?.bootable === true,
    metadata: texts(asObject(given.metadata) ?? {}),
    ...(snapshotId === undefined ? {} : { snapshotId }),
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(image === undefined ? {} : { imageMetadata: { image_id: image.id, image_name: image.name ?? '' } }),
  };
  const description = asText(given.description) ?? asText(given.display_description);
  if (description !== undefined) made.description = description;
  begin(call, made, 'creating', { status: 'available' });
  return made;
}

/** The name of a type that is given by name or id; the cloud's default for none. */
function typeOf(call: VolumeCall, wanted: string | undefined): string {
  const { types } = tablesOf(call);
  if (wanted === undefined) return 'standard';
  const found = types.find(({ id, name }) => id === wanted || name === wanted);
  if (found === undefined) throw new Refusal(404, `Volume type with name ${wanted} could not be found.`);
  return found.name;
}

const deletable = ['available', 'error', 'error_restoring', 'error_extending', 'error_managing'];

/** `DELETE /volumes/{id}`, which takes a while; `?cascade=` takes its snapshots too. */
export function deleteVolume(call: VolumeCall, row: Volume, force = false): void {
  const { snapshots } = call.cloud.world;
  const own = snapshots.filter(({ volumeId }) => volumeId === row.id);
  const cascade = isTrue(call.query.get('cascade'));
  if (!force && (!deletable.includes(row.status) || (own.length > 0 && !cascade))) {
    const rule =
      'Volume status must be available or error or error_restoring or error_extending or error_managing and must not be ' +
      'migrating, attached, belong to a group, have snapshots, awaiting a transfer, or be disassociated from snapshots ' +
      'after volume transfer.';
    throw new Refusal(400, `Invalid volume: ${rule}`);
  }
  for (const snapshot of own) snapshots.splice(snapshots.indexOf(snapshot), 1);
  begin(call, row, 'deleting', 'gone');
}
