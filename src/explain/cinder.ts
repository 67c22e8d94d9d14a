import type { Explained } from './resource.js';

export default [
  {
    name: 'volume',
    printedBy: ['cinder list', 'cinder show', 'nova volume-list', 'nova volume-show'],
    fields: `
status: creating, available (nothing uses it), attaching, in-use, detaching, maintenance, deleting, extending, uploading, downloading, retyping, backing-up, restoring-backup, awaiting-transfer, reserved, managing, error, error_deleting, error_extending, error_restoring, error_backing-up, error_managing.
volume_type [Volume Type]: Its type, which decides the storage behind it.
volume_type_id since 3.63: The same, by id.
bootable: Whether a server can boot from it: true where it was made from an image, or the owner says so.
attachments [Attached to]: The servers that use it.
attachment_ids: Its attachments, by id.
attached_servers: The servers that use it, by id.
encrypted: Whether its data is encrypted by the host that uses it.
multiattach: Whether several servers may use it at once.
snapshot_id: The snapshot that it was made from.
source_volid: The volume of which it is a clone.
display_name: Its name, under that of version 1.
display_description: Its description, likewise.
os-vol-host-attr:host: Where it is: host@backend#pool.
os-vol-tenant-attr:tenant_id: The project that owns it.
os-vol-mig-status-attr:migstat: Where its migration stands; null where there is none.
os-vol-mig-status-attr:name_id: The id under which the storage has it, after a migration.
migration_status [Migration Status]: starting, migrating, completing, success, error or none; null where it was never migrated.
consistencygroup_id: The consistency group that it belongs to.
group_id since 3.13: The group that it belongs to.
provider_id since 3.21: What the storage calls it, where the driver tells.
service_uuid since 3.48: The cinder-volume that has it.
shared_targets since 3.48: Whether its host shares one connection among volumes, so that hosts must take turns to detach.
cluster_name since 3.61: The cluster of cinder-volume that has it.
volume_image_metadata: Properties of the image that it was made from.
os-volume-replication:extended_status: What the storage says of its replication.
encryption_key_id since 3.64: The key with which its data is encrypted, in the key service.
count since 3.45: How many volumes there are in all, in lists that ask for it.
`,
  },
  {
    name: 'snapshot',
    aliases: 'volume-snapshot',
    printedBy: [
      'cinder snapshot-list',
      'cinder snapshot-show',
      'nova volume-snapshot-list',
      'nova volume-snapshot-show',
    ],
    fields: `
status: creating, available, backing-up, deleting, deleted, updating, restoring (the volume goes back to it), unmanaging, error, error_deleting.
size: The size of its volume, in GiB.
display_name: Its name, under that of version 1.
display_description: Its description, likewise.
os-extended-snapshot-attributes:project_id: The project that owns it.
os-extended-snapshot-attributes:progress: How far it is made, in per cent.
group_snapshot_id since 3.14: The snapshot of a group that it is part of.
user_id [User ID] since 3.41: The user who made it.
`,
  },
  {
    name: 'backup',
    aliases: 'volume-backup',
    printedBy: ['cinder backup-list', 'cinder backup-show', 'cinder-manage backup list'],
    fields: `
status: creating, available, restoring, deleting, deleted, error, error_deleting.
size: The size of the volume, in GiB; the backup can take less.
object_count [Object Count]: How many objects it is in the store.
container: The container of the store in which it is.
fail_reason: Why it failed.
is_incremental: Whether it holds only what changed since the one before.
has_dependent_backups: Whether incremental ones need it; then it cannot be deleted.
snapshot_id: The snapshot of which it is.
data_timestamp: When the data was as it is in the backup.
os-backup-project-attr:project_id since 3.18: The project that owns it.
metadata since 3.43: Keys and values of its owner's.
user_id since 3.56: The user who made it.
encryption_key_id since 3.64: The key of the volume's encryption.
`,
  },
  {
    name: 'volume-type',
    printedBy: [
      'cinder type-list',
      'cinder type-show',
      'cinder extra-specs-list',
      'nova volume-type-list',
      'cinder type-default',
      'cinder default-type-list',
    ],
    aliases: 'type',
    fields: `
extra_specs: What it asks of the storage, such as volume_backend_name or multiattach.
qos_specs_id: The limits that belong to it.
os-volume-type-access:is_public: Whether all projects see it; the same as is_public.
default_types: The types that projects have where none is named.
volume_type_id [Volume Type ID]: The type.
`,
  },
  {
    name: 'volume-type-access',
    aliases: 'type-access',
    printedBy: ['cinder type-access-list'],
    fields: `
volume_type_id [Volume_type_ID]: The volume type.
project_id [Project_ID]: A project that may use it.
`,
  },
  {
    name: 'manageable',
    printedBy: ['cinder manageable-list', 'cinder snapshot-manageable-list'],
    fields: `
reference: What the storage calls it.
source_reference: What the storage calls the volume of which it is a snapshot.
safe_to_manage: Whether cinder can take it over.
reason_not_safe: Why it cannot.
cinder_id: The volume or snapshot of cinder's that it is already.
extra_info: What else the driver says.
`,
  },
  {
    name: 'encryption-type',
    printedBy: ['cinder encryption-type-list', 'cinder encryption-type-show'],
    fields: `
volume_type_id [Volume Type ID]: The volume type whose volumes are encrypted so.
provider: What encrypts: luks, plain or a class of nova's.
cipher: The cipher and mode, such as aes-xts-plain64.
key_size [Key Size]: Bits of the key.
control_location [Control Location]: front-end (nova, on the host) or back-end (the storage).
`,
  },
  {
    name: 'volume-qos',
    aliases: 'qos',
    printedBy: ['cinder qos-list', 'cinder qos-show', 'cinder qos-get-association'],
    fields: `
consumer: Who enforces it: front-end (the hypervisor), back-end (the storage) or both.
specs: The limits themselves, such as total_iops_sec.
association_type [Association_Type]: The kind of thing to which the limits belong: volume_type.
`,
  },
  {
    name: 'volume-attachment',
    aliases: 'attachment',
    printedBy: ['cinder attachment-list', 'cinder attachment-show'],
    fields: `
status: attached, attaching, detached, reserved, error_attaching, error_detaching or deleted.
server_id [Server ID]: The server that uses the volume.
instance: The server that uses the volume.
attach_mode: rw, or ro: read only.
attached_at: Since when it is attached, in UTC.
detached_at: When it was detached; empty while it is attached.
attachment: The attachment itself.
connection_info: How the host reaches the storage; for administrators.
*: Of connection_info: what the driver tells the host, such as target_portal and target_iqn of iSCSI.
`,
  },
  {
    name: 'volume-transfer',
    aliases: 'transfer',
    printedBy: ['cinder transfer-list', 'cinder transfer-show'],
    fields: `
no_snapshots since 3.55: Whether the volume goes without its snapshots.
source_project_id since 3.57: The project that gives it.
destination_project_id since 3.57: The project that has taken it.
accepted since 3.57: Whether it was taken.
auth_key: What the taker must know; shown once, when the transfer is made.
`,
  },
  {
    name: 'volume-message',
    aliases: 'message',
    printedBy: ['cinder message-list', 'cinder message-show'],
    fields: `
resource_type [Resource Type]: What it is about: VOLUME, VOLUME_SNAPSHOT, VOLUME_BACKUP.
resource_uuid [Resource UUID]: Which one.
event_id [Event ID]: The kind of event, such as VOLUME_VOLUME_001_002.
user_message [User Message]: What went wrong, for the user.
message_level: ERROR.
guaranteed_until: Until when it is kept.
`,
  },
  {
    name: 'volume-group',
    aliases: 'group',
    printedBy: ['cinder group-list', 'cinder group-show', 'cinder group-list-replication-targets'],
    fields: `
status: creating, available, updating, in-use, deleting, deleted, error, error_deleting.
group_type: The type of the group.
volume_types: The types that its volumes may have.
volumes since 3.25: The volumes in it, where they are asked for.
group_snapshot_id since 3.14: The snapshot that it was made from.
source_group_id since 3.14: The group of which it is a copy.
replication_status since 3.38: Where its replication stands: disabled, enabling, enabled, disabling, failing-over, failed-over, failover-error, not-capable or error.
project_id since 3.58: The project that owns it.
backend_id [ID]: The storage to which it can fail over.
unique_key: What the driver tells of it.
`,
  },
  {
    name: 'volume-group-type',
    aliases: 'group-type',
    printedBy: [
      'cinder group-type-list',
      'cinder group-type-show',
      'cinder group-specs-list',
      'cinder group-type-default',
    ],
    fields: `
group_specs: What it asks of the storage, such as consistent_group_snapshot_enabled.
`,
  },
  {
    name: 'volume-group-snapshot',
    aliases: 'group-snapshot',
    printedBy: ['cinder group-snapshot-list', 'cinder group-snapshot-show'],
    fields: `
group_type_id: The type of the group.
project_id since 3.58: The project that owns it.
status: creating, available, updating, deleting, deleted, error, error_deleting.
`,
  },
  {
    name: 'consistency-group',
    aliases: 'consisgroup cgsnapshot',
    printedBy: [
      'cinder consisgroup-list',
      'cinder consisgroup-show',
      'cinder cgsnapshot-list',
      'cinder cgsnapshot-show',
    ],
    fields: `
volume_types: The types that its volumes may have.
consistencygroup_id: The group of which it is a snapshot.
status: creating, available, updating, deleting, deleted, error, error_deleting.
`,
  },
] satisfies readonly Explained[];
