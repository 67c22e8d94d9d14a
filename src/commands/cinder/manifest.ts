// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
absolute-limits: Lists absolute limits for a user.
api-version: Display the server API version information.
attachment-list: Lists all attachments.
attachment-show: Show detailed information for attachment.
availability-zone-list: Lists all availability zones.
backup-list: Lists all backups.
backup-show: Shows backup details.
cgsnapshot-list: Lists all cgsnapshots.
cgsnapshot-show: Shows cgsnapshot details.
cluster-list: Lists clustered services with optional filtering.
cluster-show: Show detailed information on a clustered service.
consisgroup-list: Lists all consistency groups.
consisgroup-show: Shows details of a consistency group.
credentials: Shows user credentials returned from auth.
default-type-list: Lists all default volume types.
encryption-type-list: Shows encryption type details for volume types. Admin only.
encryption-type-show: Shows encryption type details for a volume type. Admin only.
endpoints: Discovers endpoints registered by authentication service.
extra-specs-list: Lists current volume types and extra specs.
get-capabilities: Show backend volume stats and properties. Admin only.
get-pools: Show pool information for backends. Admin only.
group-list: Lists all groups.
group-list-replication-targets: Lists replication targets for group.
group-show: Shows details of a group.
group-snapshot-list: Lists all group snapshots.
group-snapshot-show: Shows group snapshot details.
group-specs-list: Lists current group types and specs.
group-type-default: List the default group type.
group-type-list: Lists available group types; admin only will see private types.
group-type-show: Show group type details.
image-metadata-show: Shows volume image metadata.
list: Lists all volumes.
list-extensions: Lists all available os-api extensions.
list-filters: List enabled filters.
manageable-list: Lists all manageable volumes.
message-list: Lists all messages.
message-show: Shows message details.
metadata-show: Shows volume metadata.
qos-get-association: Lists all associations for specified qos specs.
qos-list: Lists qos specs.
qos-show: Shows qos specs details.
quota-class-show: Lists quotas for a quota class.
quota-defaults: Lists default quotas for a tenant.
quota-show: Lists quotas for a tenant.
quota-usage: Lists quota usage for a tenant.
rate-limits: Lists rate limits for a user.
service-get-log: Gets the service log level.
service-list: Lists all services. Filter by host and service binary.
show: Shows volume details.
snapshot-list: Lists all snapshots.
snapshot-manageable-list: Lists all manageable snapshots.
snapshot-metadata-show: Shows snapshot metadata.
snapshot-show: Shows snapshot details.
summary: Get volumes summary.
transfer-list: Lists all transfers.
transfer-show: Shows transfer details.
type-access-list: Print access information about the given volume type.
type-default: List the default volume type.
type-list: Lists available volume types; only admin and tenant users will see private ones.
type-show: Show volume type details.
version-list: List all API versions.
`;
