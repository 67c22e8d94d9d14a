import type { Explained } from './resource.js';

export default [
  {
    name: 'flavor',
    printedBy: ['nova flavor-list', 'nova flavor-show'],
    fields: `
ram [Memory_MiB, Memory_MB]: Memory, in MiB.
disk: Root disk, in GiB; 0: as large as the image.
OS-FLV-EXT-DATA:ephemeral [Ephemeral]: A second, empty disk, in GiB.
swap: A swap disk, in MiB; empty for none.
vcpus: Virtual CPUs.
rxtx_factor [RXTX_Factor]: Share of the network's bandwidth, where the driver heeds it: Xen only.
OS-FLV-DISABLED:disabled: Whether it is hidden from users; nothing sets it any more.
os-flavor-access:is_public [Is_Public]: Whether all projects see it; if not, those of flavor-access-list.
extra_specs since 2.61: What it asks of hosts and hypervisors, such as hw:cpu_policy or aggregate_instance_extra_specs:ssd.
description since 2.55: Free text of the administrator's.
`,
  },
  {
    name: 'flavor-access',
    printedBy: ['nova flavor-access-list'],
    fields: `
flavor_id [Flavor_ID]: The flavor.
tenant_id [Tenant_ID]: A project that may use it.
`,
  },
  {
    name: 'hypervisor',
    printedBy: ['nova hypervisor-list', 'nova hypervisor-show', 'nova hypervisor-uptime'],
    fields: `
id: A number; since 2.53 a UUID, which is that of the resource provider in placement as well.
hypervisor_hostname [Hypervisor hostname]: The name by which the hypervisor knows itself.
state: up or down: whether its nova-compute has reported of late.
status: enabled or disabled: whether servers are scheduled to it.
hypervisor_type: The driver: QEMU, ironic, VMware vCenter Server, hyperv and so on.
hypervisor_version: The hypervisor's version as one number: 7002000 is 7.2.0.
host_ip: The address of the host.
service_id: Its nova-compute in service-list.
service_host: The host of its nova-compute.
service_disabled_reason: Why the administrator disabled it.
uptime: What the host's uptime(1) says, where the driver can tell; part of show since 2.88.
servers since 2.53: The servers on it, where they are asked for.
vcpus: Physical CPUs; until 2.87, afterwards placement has it.
memory_mb: Memory, in MiB; until 2.87.
local_gb: Disk for servers, in GiB; until 2.87. Shared storage is counted once for each host.
vcpus_used: Virtual CPUs that are given to servers, which may be more than there are; until 2.87.
memory_mb_used: Memory that is given to servers or reserved, in MiB; until 2.87.
local_gb_used: Disk that is given to servers, in GiB; until 2.87.
free_ram_mb: Memory that is not given away, in MiB; less than 0 where more is promised than there is. Until 2.87.
free_disk_gb: Disk that is not given away, in GiB; until 2.87.
disk_available_least: Disk that would be left if all images grew to their full size, in GiB; until 2.87.
current_workload: How many servers are being built, deleted, migrated or the like; until 2.87.
running_vms: How many servers the hypervisor has, whatever their state; until 2.87.
cpu_info: The processor, as the hypervisor describes it; until 2.87.
cpu_info_arch: The processor's architecture.
cpu_info_model: Its model.
cpu_info_vendor: Its vendor.
cpu_info_features: What it can do, by the names of flags.
cpu_info_topology_cores: Cores of each socket.
cpu_info_topology_threads: Threads of each core.
cpu_info_topology_sockets: Sockets.
cpu_info_topology_cells: NUMA cells.
`,
  },
  {
    name: 'service',
    printedBy: [
      'nova service-list',
      'cinder service-list',
      'nova host-list',
      'nova-manage host list',
      'nova-manage service list',
      'cinder-manage host list',
      'cinder-manage service list',
      'stackline services',
    ],
    fields: `
id: A number; since 2.53 a UUID (nova).
status: enabled or disabled: whether new work is given to it.
state: up or down: whether it has reported within service_down_time (60 s unless configured).
updated_at [Updated_at, Updated]: When it last reported, in UTC.
forced_down since 2.11: Whether the administrator declared it down, so that its servers can be evacuated at once.
disabled_reason [Disabled Reason, Reason]: Why its administrator disabled it; null if nothing was said.
cluster since 3.7: The cluster of cinder-volume that it belongs to.
backend_state [Backend State] since 3.49: Whether the storage behind it can be used.
service [Service]: The service: nova, cinder or neutron; in host-list the kind of it: compute, scheduler, conductor and so on.
`,
  },
  {
    name: 'aggregate',
    aliases: 'host-aggregate',
    printedBy: ['nova aggregate-list', 'nova aggregate-show'],
    fields: `
id: A number.
availability_zone: The zone that its hosts make up, if it is one; null for a plain group.
hosts: The compute hosts in it.
metadata: Keys and values that flavors and the scheduler's filters compare with.
uuid [UUID] since 2.41: Its UUID, for placement.
`,
  },
  {
    name: 'keypair',
    aliases: 'key',
    printedBy: ['nova keypair-list', 'nova keypair-show'],
    fields: `
fingerprint: The MD5 hash of the public key, or of the certificate.
type since 2.2: ssh or x509.
public_key: The key as it is put into authorized_keys of new servers.
user_id since 2.10: The user whose it is.
`,
  },
  {
    name: 'migration',
    printedBy: ['nova migration-list', 'nova server-migration-list', 'nova server-migration-show'],
    fields: `
source_node [Source Node]: The hypervisor that the server leaves.
dest_node [Dest Node]: The hypervisor that it goes to.
source_compute [Source Compute]: The host that it leaves.
dest_compute [Dest Compute]: The host that it goes to.
dest_host [Dest Host]: The address of that host.
status: accepted, queued, preparing, running, pre-migrating, migrating, post-migrating, finished (to be confirmed), confirming, confirmed, reverting, reverted, completed, done (evacuated), cancelled, error, failed.
instance_uuid [Instance UUID, Server UUID]: The server.
old_flavor [Old Flavor]: The number of the flavor before, in nova's database.
new_flavor [New Flavor]: The number of the flavor afterwards; the same for a migration.
type [Type, migration_type] since 2.23: migration, live-migration, resize or evacuation.
uuid [UUID] since 2.59: The migration's UUID.
total_memory_bytes: Memory to be moved, in bytes.
memory_total_bytes [Total Memory Bytes]: Memory to be moved, in bytes.
memory_processed_bytes [Processed Memory Bytes]: Memory that was moved; more than there is where pages changed meanwhile.
memory_remaining_bytes [Remaining Memory Bytes]: Memory still to be moved.
disk_total_bytes [Total Disk Bytes]: Disk to be moved, in bytes.
disk_processed_bytes [Processed Disk Bytes]: Disk that was moved.
disk_remaining_bytes [Remaining Disk Bytes]: Disk still to be moved.
user_id [User ID] since 2.80: The user who asked for it.
project_id [Project ID] since 2.80: The project of the server.
`,
  },
  {
    name: 'server-group',
    printedBy: ['nova server-group-list', 'nova server-group-get'],
    fields: `
policies: affinity, anti-affinity, soft-affinity or soft-anti-affinity: whether its servers share a host; until 2.63.
policy since 2.64: The same, of which there is one.
rules since 2.64: Of anti-affinity, how many servers a host may have at most (max_server_per_host).
members: The servers in it, by id.
metadata: Always empty; until 2.63.
project_id [Project Id] since 2.13: The project that owns it.
user_id [User Id] since 2.13: The user who made it.
`,
  },
  {
    name: 'usage',
    printedBy: ['nova usage', 'nova usage-list'],
    fields: `
servers: How many servers the project had in the time.
ram_mib_hours [RAM MiB-Hours]: Memory of their flavors, in MiB, times the hours that they were there, running or not.
cpu_hours [CPU Hours]: Virtual CPUs, times hours.
disk_gib_hours [Disk GiB-Hours]: Root and ephemeral disk, in GiB, times hours.
`,
  },
  {
    name: 'availability-zone',
    aliases: 'az',
    printedBy: ['nova availability-zone-list', 'cinder availability-zone-list', 'neutron availability-zone-list'],
    fields: `
status: available or not available; a host's service: enabled, :-) for up, XXX for down, and when it last reported.
resource: What the zone is for: network or router.
state: available or unavailable: whether an agent in it is alive.
`,
  },
  {
    name: 'image-proxy',
    printedBy: ['nova image-list'],
    fields: `
status: ACTIVE, SAVING, DELETED, ERROR or UNKNOWN: what nova made of glance's words.
server: The server of which the image is a snapshot.
`,
  },
  {
    name: 'server-event',
    aliases: 'instance-action action event',
    printedBy: ['nova instance-action-list', 'nova actions', 'nova instance-action'],
    fields: `
action: What was asked for: create, reboot, resize, live-migration, delete and so on.
request_id [Request_ID]: The request, as it stands in the services' logs.
message: Error where it failed; null otherwise.
start_time [Start_Time]: When it began, in UTC.
updated_at [Updated_At] since 2.58: When something last happened to it.
error [Error]: What went wrong, in the first clouds.
instance_uuid: The server.
events: What was done for it, step by step: when each began and ended, on which host (since 2.62), its result, and for administrators the traceback of what failed.
created_at [Created_At]: When it was asked for, in the first clouds.
`,
  },
  {
    name: 'interface',
    printedBy: ['nova interface-list', 'nova virtual-interface-list'],
    fields: `
port_state [Port State]: The port's status: ACTIVE, DOWN, BUILD or ERROR.
port_id [Port ID]: The port, in neutron.
net_id [Net ID, Network ID]: Its network.
ip_addresses [IP addresses, IP Addresses]: Its fixed addresses.
mac_addr [MAC Addr, Mac address]: Its MAC address.
tag since 2.70: The tag by which the guest finds the device in its metadata.
`,
  },
  {
    name: 'extension',
    printedBy: ['nova list-extensions', 'cinder list-extensions', 'neutron ext-list', 'neutron ext-show'],
    fields: `
summary: What it adds, in a sentence.
updated: The date of its definition.
namespace: The XML namespace that it had when the API spoke XML.
`,
  },
  {
    name: 'version',
    printedBy: ['nova version-list', 'cinder version-list', 'cinder api-version'],
    fields: `
id: The version of the API: v2.0, v2.1, v3.0.
status: CURRENT, SUPPORTED, DEPRECATED or EXPERIMENTAL.
min_version [Min Version]: The lowest microversion that it takes; empty where it has none.
version: The highest microversion that it takes.
`,
  },
  {
    name: 'build',
    aliases: 'agent-build',
    printedBy: ['nova agent-list', 'nova-manage agent list'],
    fields: `
agent_id [Agent_id]: The number of the entry.
hypervisor: The kind of hypervisor: xen was the only one.
os: The guest's operating system.
architecture: The guest's architecture.
version: The version of the agent that guests are to have.
md5hash [Md5hash]: The MD5 hash of the agent's file.
url: Where the guest gets it.
`,
  },
] satisfies readonly Explained[];
