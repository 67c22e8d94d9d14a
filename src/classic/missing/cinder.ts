/** The commands of cinderclient 9.1 that only it has, and what openstackclient calls each of them, where it has it. */
export default `
attachment-complete: volume attachment complete
attachment-create: volume attachment create
attachment-delete: volume attachment delete
attachment-update: volume attachment set
backup-create: volume backup create
backup-delete: volume backup delete
backup-export: volume backup record export
backup-import: volume backup record import
backup-reset-state: volume backup set --state
backup-restore: volume backup restore
backup-update: volume backup set
cgsnapshot-create: consistency group snapshot create
cgsnapshot-delete: consistency group snapshot delete
cluster-disable: block storage cluster set --disable
cluster-enable: block storage cluster set --enable
consisgroup-create: consistency group create
consisgroup-create-from-src: consistency group create --consistency-group-snapshot
consisgroup-delete: consistency group delete
consisgroup-update: consistency group set
create: volume create
default-type-set:
default-type-unset:
delete: volume delete
encryption-type-create: volume type set --encryption-provider
encryption-type-delete: volume type unset --encryption-type
encryption-type-update: volume type set --encryption-provider
extend: volume set --size
failover-host: volume host failover
force-delete: volume delete --force
freeze-host: volume host set --disable
group-create: volume group create
group-create-from-src: volume group create --group-snapshot
group-delete: volume group delete
group-disable-replication: volume group set --disable-replication
group-enable-replication: volume group set --enable-replication
group-failover-replication: volume group failover
group-snapshot-create: volume group snapshot create
group-snapshot-delete: volume group snapshot delete
group-type-create: volume group type create
group-type-delete: volume group type delete
group-type-key: volume group type set --property
group-type-update: volume group type set
group-update: volume group set
image-metadata: volume set --image-property
manage: volume create --remote-source
message-delete: volume message delete
metadata: volume set --property
metadata-update-all: volume set --property
migrate: volume migrate
qos-associate: volume qos associate
qos-create: volume qos create
qos-delete: volume qos delete
qos-disassociate: volume qos disassociate
qos-disassociate-all: volume qos disassociate --all
qos-key: volume qos set --property
quota-class-update: quota set --class
quota-delete: quota delete --volume
quota-update: quota set
readonly-mode-update: volume set --read-only
reimage:
rename: volume set --name
reset-state: volume set --state
retype: volume set --type
revert-to-snapshot: volume revert
service-disable: volume service set --disable
service-enable: volume service set --enable
service-set-log:
set-bootable: volume set --bootable
snapshot-create: volume snapshot create
snapshot-delete: volume snapshot delete
snapshot-manage: volume snapshot create --remote-source
snapshot-metadata: volume snapshot set --property
snapshot-metadata-update-all: volume snapshot set --property
snapshot-rename: volume snapshot set --name
snapshot-reset-state: volume snapshot set --state
snapshot-unmanage: volume snapshot delete --remote
thaw-host: volume host set --enable
transfer-accept: volume transfer request accept
transfer-create: volume transfer request create
transfer-delete: volume transfer request delete
type-access-add: volume type set --project
type-access-remove: volume type unset --project
type-create: volume type create
type-delete: volume type delete
type-key: volume type set --property
type-update: volume type set
unmanage: volume delete --remote
upload-to-image: image create --volume
work-cleanup: block storage cleanup
`;
