import { hexId, uuid } from '../ids.js';
import type { World } from '../world.js';
import type { VolumeRow, VolumeTables, VolumeType } from '../world-volume.js';
import { tenantId, userId } from './identity.js';

const time = (day: string): string => `2013-02-${day}.000000`;

/** What cinder keeps beside volumes and snapshots, so that every list has something to show. */
export function volumeTables(world: World): VolumeTables {
  const { types, qos } = typesOf();
  const row = (kind: string, name: string, owner: string, fields: VolumeRow['fields']): VolumeRow => ({
    id: uuid('cinder', kind, name),
    ownerId: tenantId(owner),
    fields,
  });
  const volume = (name: string) => world.volumes.find((one) => one.name === name);
  const backup = volume('backup');
  const groupType = uuid('cinder', 'group-type', 'default_cgsnapshot_type');
  const group = row('group', 'nightly', 'admin', {
    status: 'available',
    availability_zone: 'nova',
    created_at: time('05T10:00:00'),
    name: 'nightly',
    description: 'what is kept together',
    group_type: groupType,
    volume_types: types.slice(0, 1).map(({ id }) => id),
    group_snapshot_id: null,
    source_group_id: null,
    volumes: backup === undefined ? [] : [backup.id],
    replication_status: 'disabled',
    project_id: tenantId('admin'),
  });
  return {
    types,
    qos,
    backups: [
      backupOf(world, 'wiki-data', 'wiki-2013-02-18', 'anne', '18'),
      backupOf(world, 'backup', 'backup-2013-02-19', 'admin', '19'),
    ],
    groupTypes: [
      {
        id: groupType,
        fields: {
          name: 'default_cgsnapshot_type',
          description: 'Groups that are kept consistent',
          is_public: true,
          group_specs: { consistent_group_snapshot_enabled: '<is> True' },
        },
      },
    ],
    groups: [group],
    groupSnapshots: [
      row('group-snapshot', 'nightly-2013-02-20', 'admin', {
        group_id: group.id,
        group_type_id: groupType,
        status: 'available',
        created_at: time('20T00:30:00'),
        name: 'nightly-2013-02-20',
        description: null,
        project_id: tenantId('admin'),
      }),
    ],
    transfers: [
      row('transfer', 'logs-to-tom', 'admin', {
        created_at: time('21T09:00:00'),
        name: 'logs-to-tom',
        volume_id: volume('old-logs')?.id ?? null,
        no_snapshots: false,
        source_project_id: tenantId('admin'),
        destination_project_id: null,
        accepted: false,
      }),
    ],
    attachments: world.volumes.flatMap(({ id, tenantId: owner, attachedTo }) =>
      attachedTo === undefined
        ? []
        : [
            {
              id: uuid('attachment', id),
              ownerId: owner,
              fields: {
                status: 'attached',
                instance: attachedTo.serverId,
                volume_id: id,
                attached_at: time('05T10:31:00'),
                detached_at: '',
                attach_mode: 'rw',
                connection_info: { driver_volume_type: 'iscsi', target_lun: 1, volume_id: id },
              },
            },
          ],
    ),
    messages: [
      row('message', 'too-big', 'admin', {
        event_id: 'VOLUME_VOLUME_001_002',
        user_message: 'schedule allocate volume:Could not find any available weighted backend.',
        message_level: 'ERROR',
        created_at: time('19T08:20:01'),
        guaranteed_until: '2013-03-21T08:20:01.000000',
        request_id: `req-${uuid('cinder-request', 'too-big')}`,
        resource_type: 'VOLUME',
        resource_uuid: uuid('volume', 'admin', 'too-big'),
      }),
    ],
    clusters: [
      {
        id: hexId('cluster', 'lvm'),
        fields: {
          name: 'storage@lvm',
          binary: 'cinder-volume',
          state: 'up',
          status: 'enabled',
          replication_status: 'disabled',
          num_hosts: 2,
          num_down_hosts: 0,
          last_heartbeat: time('25T19:32:30'),
          created_at: time('01T08:00:00'),
          updated_at: time('25T19:32:30'),
          disabled_reason: null,
          frozen: false,
          active_backend_id: null,
        },
      },
    ],
    defaultTypes: { [tenantId('jtopjian')]: types[1]?.id ?? '' },
    quotas: {},
  };
}

/** A backup that was made at three in the night. */
function backupOf(world: World, volumeName: string, name: string, owner: string, day: string): VolumeRow {
  const volume = world.volumes.find((one) => one.name === volumeName);
  return {
    id: uuid('cinder', 'backup', name),
    ownerId: tenantId(owner),
    fields: {
      status: 'available',
      size: volume?.size ?? 1,
      object_count: 204,
      availability_zone: 'nova',
      container: 'volumebackups',
      created_at: time(`${day}T03:00:00`),
      updated_at: time(`${day}T03:12:09`),
      name,
      description: 'nightly',
      fail_reason: null,
      volume_id: volume?.id ?? null,
      is_incremental: false,
      has_dependent_backups: false,
      snapshot_id: null,
      data_timestamp: time(`${day}T03:00:00`),
      'os-backup-project-attr:project_id': tenantId(owner),
      metadata: {},
      user_id: userId(owner),
    },
  };
}

function typesOf(): Pick<VolumeTables, 'types' | 'qos'> {
  const qos = {
    id: uuid('cinder', 'qos', 'gold'),
    name: 'gold',
    consumer: 'front-end' as const,
    specs: { read_iops_sec: '2000', write_iops_sec: '1000' },
  };
  const standard: VolumeType = {
    id: uuid('volume-type', 'standard'),
    name: 'standard',
    description: null,
    isPublic: true,
    extraSpecs: { volume_backend_name: 'lvm' },
    qosId: null,
    tenants: [],
  };
  const fast: VolumeType = {
    id: uuid('volume-type', 'fast'),
    name: 'fast',
    description: 'on solid state disks',
    isPublic: false,
    extraSpecs: { volume_backend_name: 'ssd', multiattach: '<is> True' },
    qosId: qos.id,
    tenants: [tenantId('jtopjian')],
    encryption: {
      id: uuid('cinder', 'encryption', 'fast'),
      provider: 'luks',
      cipher: 'aes-xts-plain64',
      keySize: 256,
      location: 'front-end',
    },
  };
  return { types: [standard, fast], qos: [qos] };
}
