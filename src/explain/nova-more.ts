import type { Explained } from './resource.js';

/** What else nova shows of servers and hosts. */
export default [
  {
    name: 'diagnostics',
    printedBy: ['nova diagnostics'],
    fields: `
cpu*_time: Of this virtual CPU, the time that it has worked, in nanoseconds; until 2.47, in the words of the hypervisor (libvirt).
memory: Memory of the server, in KiB; until 2.47.
memory-*: What the guest's balloon driver tells of its memory, in KiB; until 2.47.
*_read: Bytes that were read from this disk; until 2.47.
*_read_req: How often it was read; until 2.47.
*_write: Bytes that were written to this disk; until 2.47.
*_write_req: How often it was written; until 2.47.
*_errors: Errors of this disk or interface; -1 where the hypervisor does not count them. Until 2.47.
*_rx: Bytes that came in by this interface; until 2.47.
*_rx_*: Packets, errors or dropped packets that came in; until 2.47.
*_tx: Bytes that went out by this interface; until 2.47.
*_tx_*: Packets, errors or dropped packets that went out; until 2.47.
state since 2.48: What the hypervisor says: pending, running, paused, shutdown, crashed or suspended.
driver since 2.48: The driver: libvirt, xenapi, vmwareapi, ironic or hyperv.
hypervisor since 2.48: The hypervisor: kvm, qemu, xen and so on.
hypervisor_os since 2.48: The operating system of its host.
uptime since 2.48: For how long it has run, in seconds.
config_drive since 2.48: Whether its metadata is on a disk of its own as well.
num_cpus since 2.48: How many virtual CPUs it has.
num_nics since 2.48: How many interfaces it has.
num_disks since 2.48: How many disks it has.
cpu_details since 2.48: Of each CPU its number, the nanoseconds that it has worked, and how busy it is in per cent.
nic_details since 2.48: Of each interface its MAC address, and what came in and went out.
disk_details since 2.48: Of each disk, bytes and requests that were read and written, and errors.
memory_details since 2.48: Memory that it may have (maximum) and has (used), in MiB.
`,
  },
  {
    name: 'console',
    printedBy: [
      ...['nova get-vnc-console', 'nova get-spice-console', 'nova get-rdp-console', 'nova get-serial-console'],
      'nova get-mks-console',
    ],
    fields: `
type [Type]: How it is shown: novnc, xvpvnc, spice-html5, rdp-html5, serial or webmks.
url [Url]: Where a browser shows it; whoever has the address has the console, until its token ends.
`,
  },
  {
    name: 'server-topology',
    aliases: 'topology',
    printedBy: ['nova server-topology'],
    fields: `
nodes since 2.78: Its NUMA nodes: memory in MiB, virtual CPUs, siblings, and for administrators the host's node and the pinned CPUs.
pagesize_kb since 2.78: The size of its memory pages, in KiB; null where it has none of its own.
`,
  },
  {
    name: 'server-volume',
    aliases: 'server-volume-attachment',
    printedBy: ['nova volume-attachments'],
    fields: `
id [ID]: The volume; until 2.88.
device [DEVICE]: The device in the guest, such as /dev/vdb; a guess where the guest names its disks itself.
serverId [SERVER ID]: The server.
volumeId [VOLUME ID]: The volume.
tag [TAG] since 2.70: The tag by which the guest finds the disk in its metadata.
delete_on_termination [DELETE ON TERMINATION] since 2.79: Whether the volume is deleted with the server.
attachment_id [ATTACHMENT ID] since 2.89: The attachment, in cinder.
bdm_uuid [BDM UUID] since 2.89: The block device mapping, in nova.
`,
  },
  {
    name: 'server-tag',
    printedBy: ['nova server-tag-list'],
    fields: `
tag [Tag] since 2.26: A label of the server by which lists can be filtered.
`,
  },
  {
    name: 'credential',
    printedBy: ['nova credentials', 'cinder credentials'],
    fields: `
User Credentials: Whose login it is: id, name, roles, and where they come from.
Token: When it was issued and when it ends, the project, and its id.
username: The user's name.
roles: What the user may be in the project.
roles_links: Always empty.
issued_at: When the token was issued, in UTC.
expires: When it ends, in UTC.
audit_ids: What the token is called in the services' logs, which say no token; the second is that of the one it was made from.
`,
  },
  {
    name: 'host',
    printedBy: ['nova describe-resource', 'nova host-describe', 'nova-manage service describe_resource'],
    fields: `
HOST: The host.
PROJECT: (total): what the host has; (used_now): what is taken, as the hypervisor tells; (used_max): what the servers' flavors come to; else what a project's servers come to.
cpu: CPUs: of the host, or virtual ones of servers.
memory_mb [mem(mb)]: Memory, in MiB.
disk_gb [hdd]: Disk, in GiB.
`,
  },
  {
    name: 'hypervisor-statistics',
    aliases: 'hypervisor-stats',
    printedBy: ['nova hypervisor-stats'],
    fields: `
count: How many hypervisors are enabled; the rest is the sum of what each of them says. Until 2.87.
vcpus: Physical CPUs.
vcpus_used: Virtual CPUs that are given to servers.
memory_mb: Memory, in MiB.
memory_mb_used: Memory that is given to servers or reserved, in MiB.
free_ram_mb: Memory that is not given away, in MiB.
local_gb: Disk for servers, in GiB; shared storage is counted once for each host.
local_gb_used: Disk that is given to servers, in GiB.
free_disk_gb: Disk that is not given away, in GiB.
disk_available_least: Disk that would be left if all images grew to their full size, in GiB.
current_workload: How many servers are being built, deleted, migrated or the like.
running_vms: How many servers the hypervisors have, whatever their state.
`,
  },
  {
    name: 'security-group-port-rule',
    aliases: 'secgroup-rule',
    printedBy: ['nova secgroup-list-rules'],
    fields: `
ip_protocol [IP Protocol]: tcp, udp or icmp; empty for all.
from_port [From Port]: The first port, or the type of ICMP; -1 for all.
to_port [To Port]: The last port, or the code of ICMP; -1 for all.
ip_range [IP Range]: The range of addresses that may talk.
source_group [Source Group]: The group whose servers may talk.
`,
  },
] satisfies readonly Explained[];
