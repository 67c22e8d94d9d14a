import type { Explained } from './resource.js';

/** What the programs of the controllers listed from their databases. */
export default [
  {
    name: 'managed-server',
    printedBy: ['nova-manage vm list'],
    fields: `
instance: The server's name.
node: Its compute host.
type: Its flavor.
state: The state that it is to have in the long run (vm_state).
launched: When it was started for the first time, in UTC.
image: The image that it was made from.
kernel: The kernel image; - where no API tells it.
ramdisk: The ramdisk image; - where no API tells it.
project: The project that owns it.
user: The user who made it.
zone: The availability zone of its host.
index: Its number among the servers that one request made; - where no API tells it.
`,
  },
  {
    name: 'managed-flavor',
    printedBy: ['nova-manage flavor list'],
    fields: `
memory_mb: Memory, in MiB.
vcpus: Virtual CPUs.
root_gb: Root disk, in GiB.
ephemeral_gb: A second, empty disk, in GiB.
flavorid: The identifier of the flavor.
swap: A swap disk, in MiB.
rxtx_factor: Share of the network's bandwidth, where the driver heeds it.
extra_specs: What it asks of hosts and hypervisors.
`,
  },
  {
    name: 'release',
    printedBy: ['nova-manage version list'],
    fields: `
release: The release of OpenStack that has this highest microversion.
api: The version of the API.
min_version: The lowest microversion that it takes.
version: The highest microversion that it takes.
`,
  },
] satisfies readonly Explained[];
