import type { Explained } from './resource.js';

/** What else cinder shows. */
export default [
  {
    name: 'storage-backend',
    aliases: 'backend pool capabilities',
    printedBy: ['cinder get-capabilities', 'cinder get-pools'],
    fields: `
name: The pool: host@backend#pool.
stats: What the storage says of itself.
properties: Settings of volume types that it understands, each with its type and what it does.
pools: Its pools.
driver_version: The version of the driver.
namespace: The place of these capabilities among those of all services.
pool_name: The pool that is spoken of.
replication_targets: The storage to which it can fail over.
storage_protocol: How hosts reach it: iSCSI, FC, ceph, nfs and so on.
vendor_name: Who makes it.
volume_backend_name: The name by which volume types ask for it.
*: Of pools, what the driver tells the scheduler: free_capacity_gb, total_capacity_gb, allocated_capacity_gb in GiB, and so on; of properties, a setting of a volume type.
`,
  },
  {
    name: 'volume-summary',
    aliases: 'summary',
    printedBy: ['cinder summary'],
    fields: `
total_count since 3.12: How many volumes there are.
total_size since 3.12: Their size together, in GiB.
metadata since 3.36: The keys of their metadata, with all values that each has.
`,
  },
  {
    name: 'metadata',
    printedBy: ['cinder metadata-show', 'cinder image-metadata-show', 'cinder snapshot-metadata-show'],
    fields: `
*: A key that somebody keeps with it, or that its image had; the service does not read it.
`,
  },
  {
    name: 'cluster',
    printedBy: ['cinder cluster-list', 'cinder cluster-show'],
    fields: `
status: enabled or disabled.
num_hosts: How many hosts it has.
num_down_hosts: How many of them do not report.
last_heartbeat: When one of them last reported.
frozen: Whether it takes no changes, after a fail-over.
active_backend_id: The storage to which it has failed over.
`,
  },
  {
    name: 'log-level',
    printedBy: ['cinder service-get-log'],
    fields: `
prefix: The part of the program: cinder, cinder.volume and so on.
level: CRITICAL, ERROR, WARNING, INFO or DEBUG.
`,
  },
  {
    name: 'filter',
    printedBy: ['cinder list-filters'],
    fields: `
resource: What is listed: volume, snapshot, backup and so on.
filters: The fields by which its lists can be filtered.
`,
  },
] satisfies readonly Explained[];
