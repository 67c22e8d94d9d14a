// Made by `npm run manifest` from the `about` of each command; command/manifest.ts reads it.
export default `
absolute-limits: Print a list of absolute limits of a project.
actions: Retrieve server actions, as clouds up to 2012 tell them.
add-fixed-ip: Add new IP address on a network to server.
add-secgroup: Add a Security Group to a server.
agent-create: Create new agent build.
agent-delete: Delete existing agent build.
agent-list: List all builds.
agent-modify: Modify existing agent build.
aggregate-add-host: Add the host to the specified aggregate.
aggregate-cache-images: Request images be cached.
aggregate-create: Create a new aggregate with the specified details.
aggregate-delete: Delete the aggregate.
aggregate-list: Print a list of all aggregates.
aggregate-remove-host: Remove the specified host from the specified aggregate.
aggregate-set-metadata: Update the metadata associated with the aggregate.
aggregate-show: Show details of the specified aggregate.
aggregate-details = aggregate-show
aggregate-update: Update the aggregate's name and optionally availability zone.
availability-zone-list: List all the availability zones.
backup: Backup a server by creating a 'backup' type snapshot.
baremetal-interface-add: Add a network interface to a baremetal node.
baremetal-interface-list: List network interfaces associated with a baremetal node.
baremetal-interface-remove: Remove a network interface from a baremetal node.
baremetal-node-create: Create a baremetal node.
baremetal-node-delete: Remove a baremetal node and any associated interfaces.
baremetal-node-list: Print list of available baremetal nodes.
baremetal-node-show: Show information about a baremetal node.
boot: Boot a new server.
cell-capacities: Get cell capacities for all cells or a given cell.
cell-show: Show details of a given cell.
clear-password: Clear the admin password for a server from the metadata server. This action does not actually change the instance server password.
cloudpipe-configure: Update the VPN IP/port of a cloudpipe instance.
cloudpipe-create: Create a cloudpipe instance for the given project.
cloudpipe-list: Print a list of all cloudpipe instances.
console-log: Get console log output of a server.
coverage-report: Generate a coverage report.
coverage-start: Start Nova coverage reporting.
coverage-stop: Stop Nova coverage reporting.
credentials: Show user credentials returned from auth.
delete: Immediately shut down and delete specified server(s).
describe-resource: Show details about a resource: a host, by project.
diagnostics: Retrieve server diagnostics.
dns-create: Create a DNS entry for domain, name, and IP.
dns-create-private-domain: Create the specified DNS domain.
dns-create-public-domain: Create the specified DNS domain.
dns-delete: Delete the specified DNS entry.
dns-delete-domain: Delete the specified DNS domain.
dns-domains: Print a list of available dns domains.
dns-list: List current DNS entries for domain and IP or domain and name.
endpoints: Discover endpoints that get returned from the authenticate services.
evacuate: Evacuate server from failed host.
fixed-ip-get: Retrieve info on a fixed IP.
fixed-ip-reserve: Reserve a fixed IP.
fixed-ip-unreserve: Unreserve a fixed IP.
flavor-access-add: Add flavor access for the given tenant.
flavor-access-list: Print access information about the given flavor.
flavor-access-remove: Remove flavor access for the given tenant.
flavor-create: Create a new flavor.
flavor-delete: Delete a specific flavor.
flavor-key: Set or unset extra_spec for a flavor.
flavor-list: Print a list of available flavors (sizes of servers).
flavor-show: Show details about the given flavor.
flavor-update: Update the description of an existing flavor.
floating-ip-associate: Associate a floating IP address to a server.
add-floating-ip = floating-ip-associate
floating-ip-bulk-create: Bulk create floating IPs by range (nova-network only).
floating-ip-bulk-delete: Bulk delete floating IPs by range (nova-network only).
floating-ip-bulk-list: List all floating IPs (nova-network only).
floating-ip-create: Allocate a floating IP for the current tenant.
floating-ip-delete: De-allocate a floating IP.
floating-ip-disassociate: Disassociate a floating IP address from a server.
remove-floating-ip = floating-ip-disassociate
floating-ip-list: List floating IPs.
floating-ip-pool-list: List all floating IP pools.
force-delete: Force delete a server.
get-mks-console: Get an MKS console to a server.
get-password: Get the admin password for a server, as its metadata service has it.
get-rdp-console: Get a rdp console to a server.
get-serial-console: Get a serial console to a server.
get-spice-console: Get a spice console to a server.
get-vnc-console: Get a vnc console to a server.
host-action: Perform a power action on a host.
host-describe: Describe a specific host.
host-evacuate: Evacuate all instances from failed host.
host-evacuate-live: Live migrate all instances off the specified host to other available hosts.
host-list: List all hosts by service.
host-meta: Set or Delete metadata on all instances of a host.
host-servers-migrate: Cold migrate all instances off the specified host to other available hosts.
host-update: Update host settings.
hypervisor-list: List hypervisors.
hypervisor-servers: List servers belonging to specific hypervisors.
hypervisor-show: Display the details of the specified hypervisor.
hypervisor-stats: Get hypervisor statistics over all compute nodes.
hypervisor-uptime: Display the uptime of the specified hypervisor.
image-create: Create a new image by taking a snapshot of a running server.
image-delete: Delete specified image(s).
image-list: Print a list of available images to boot from.
image-meta: Set or delete metadata on an image.
image-show: Show details about the given image.
instance-action: Show an action.
instance-action-list: List actions on a server.
instance-usage-audit-log: List/Get server usage audits.
interface-attach: Attach a network interface to a server.
interface-detach: Detach a network interface from a server.
interface-list: List interfaces attached to a server.
keypair-add: Create a new key pair for use with servers.
keypair-delete: Delete keypair given by its name.
keypair-list: Print a list of keypairs for a user.
keypair-show: Show details about the given keypair.
limits: Print rate and absolute limits.
list: List servers.
list-extensions: List all the os-api extensions that are available.
list-secgroup: List Security Group(s) of a server.
live-migration: Migrate running server to a new machine.
live-migration-abort: Abort an on-going live migration.
live-migration-force-complete: Force on-going live migration to complete.
lock: Lock a server. A normal (non-admin) user will not be able to execute actions on a locked server.
meta: Set or delete metadata on a server.
migrate: Migrate a server.
migration-list: Print a list of migrations.
network-associate-host: Associate host with network.
network-associate-project: Associate project with network.
network-create: Create a network.
network-delete: Delete network by label or id.
network-disassociate: Disassociate host and/or project from the given network.
network-list: Print a list of available networks.
network-show: Show details about the given network.
pause: Pause a server.
quota-class-show: List the quotas for a quota class.
quota-class-update: Update the quotas for a quota class.
quota-defaults: List the default quotas for a tenant.
quota-delete: Delete quota for a tenant/user so their quota will Revert back to default.
quota-show: List the quotas for a tenant/user.
quota-update: Update the quotas for a tenant/user.
rate-limits: Print a list of rate limits for a user.
reboot: Reboot a server.
rebuild: Shutdown, re-image, and re-boot a server.
refresh-network: Refresh server network information.
remove-fixed-ip: Remove an IP address from a server.
remove-secgroup: Remove a Security Group from a server.
rename: Rename a server.
rescue: Reboots a server into rescue mode, which starts the machine from either the initial image or a specified image, attaching the current boot disk as secondary.
reset-network: Reset network of a server.
reset-state: Reset the state of a server.
resize: Resize a server.
resize-confirm: Confirm a previous resize.
resize-revert: Revert a previous resize (and return to the previous VM).
restore: Restore a soft-deleted server.
resume: Resume a server.
scrub: Delete networks and security groups associated with a project.
secgroup-add-default-rule: Add a rule to the set of rules that will be added to the 'default' security group for new tenants (nova-network only).
secgroup-add-group-rule: Add a source group rule to a security group.
secgroup-add-rule: Add a rule to a security group.
secgroup-create: Create a security group.
secgroup-delete: Delete a security group.
secgroup-delete-default-rule: Delete a rule from the set of rules that will be added to the 'default' security group for new tenants (nova-network only).
secgroup-delete-group-rule: Delete a source group rule from a security group.
secgroup-delete-rule: Delete a rule from a security group.
secgroup-list: List security groups for the current tenant.
secgroup-list-default-rules: List rules that will be added to the 'default' security group for new tenants.
secgroup-list-rules: List rules for a security group.
secgroup-update: Update a security group.
server-group-create: Create a new server group with the specified details.
server-group-delete: Delete specific server group(s).
server-group-get: Get a specific server group.
server-group-list: Print a list of all server groups.
server-migration-list: Get the migrations list of specified server.
server-migration-show: Get the migration of specified server.
server-tag-add: Add one or more tags to a server.
server-tag-delete: Delete one or more tags from a server.
server-tag-delete-all: Delete all tags from a server.
server-tag-list: Get list of tags from a server.
server-tag-set: Set list of tags to a server.
server-topology: Retrieve server topology.
service-delete: Delete the service by UUID ID. If deleting a nova-compute service, be sure to stop the actual nova-compute process on the physical host before deleting the service with this command. Failing to do so can lead to the running service re-creating orphaned compute_nodes table records in the database.
service-disable: Disable the service.
service-enable: Enable the service.
service-force-down: Force service to down.
service-list: Show a list of all running services. Filter by host and binary.
set-password: Change the admin password for a server.
root-password = set-password
shelve: Shelve a server.
shelve-offload: Remove a shelved server from the compute node.
show: Show details about the given server.
ssh: SSH into a server.
start: Start the server(s).
stop: Stop the server(s).
suspend: Suspend a server.
tenant-network-create: Create a tenant network.
net-create = tenant-network-create
tenant-network-delete: Delete a tenant network.
net-delete = tenant-network-delete
tenant-network-list: List tenant networks.
net-list = tenant-network-list
tenant-network-show: Show a tenant network.
net = tenant-network-show
trigger-crash-dump: Trigger crash dump in an instance.
unlock: Unlock a server.
unpause: Unpause a server.
unrescue: Restart the server from normal boot disk again.
unshelve: Unshelve a server.
update: Update the name or the description for a server.
usage: Show usage data for a single tenant.
usage-list: List usage data for all tenants.
version-list: List all API versions.
virtual-interface-list: Show virtual interface info about the given server.
volume-attach: Attach a volume to a server.
volume-attachments: List all the volumes attached to a server.
volume-create: Add a new volume.
volume-delete: Remove volume(s).
volume-detach: Detach a volume from a server.
volume-list: List all the volumes.
volume-show: Show details about a volume.
volume-snapshot-create: Add a new snapshot.
volume-snapshot-delete: Remove a snapshot.
volume-snapshot-list: List all the snapshots.
volume-snapshot-show: Show details about a snapshot.
volume-type-create: Create a new volume type.
volume-type-delete: Delete a specific volume type.
volume-type-list: Print a list of available 'volume types'.
volume-update: Update the attachment on the server. If dest_volume is the same as the src_volume then the command migrates the data from the attached volume to the specified available volume and swaps out the active attachment to the new volume. Otherwise it only updates the parameters of the existing attachment.
x509-create-cert: Create x509 cert for a user in tenant.
x509-get-root-cert: Fetch the x509 root cert.
zone: Show a child zone, as clouds of 2011 had them.
zone-add: Add a new child zone, as clouds of 2011 had them.
zone-boot: Boot a new server, potentially across Zones.
zone-delete: Delete a zone.
zone-info: Get this zone's name and capabilities.
zone-list: List the children of a zone.
`;
