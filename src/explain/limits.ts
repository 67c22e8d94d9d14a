import type { Explained } from './resource.js';

/** How much may be had, and how much is had. */
export default [
  {
    name: 'quota',
    printedBy: [
      ...['nova quota-show', 'nova quota-class-show', 'nova quota-defaults', 'nova-manage project quota'],
      ...['cinder quota-show', 'cinder quota-class-show', 'cinder quota-defaults', 'cinder quota-usage'],
      ...['neutron quota-show', 'neutron quota-list', 'neutron quota-default-show', 'glance usage'],
    ],
    fields: `
quota [Quota, Type]: What is limited, by the name that quota-update takes.
limit [Limit]: How much a project may have; -1 for any number.
in_use [In_use, Usage]: How much it has.
reserved [Reserved]: How much is being made for it at this moment.
allocated [Allocated]: How much of it is given to projects below it, where quotas are nested.
instances: Servers.
cores: Virtual CPUs of all servers together.
ram: Memory of all servers together, in MiB.
key_pairs: Key pairs of a user.
server_groups: Server groups.
server_group_members: Servers in one of them.
metadata_items: Keys that a server may have.
volumes: Volumes.
volumes_*: Volumes of this type.
gigabytes: Volumes and snapshots together, in GiB.
gigabytes_*: Volumes and snapshots of this type together, in GiB.
per_volume_gigabytes: The size of one volume, in GiB.
snapshots: Snapshots of volumes.
snapshots_*: Snapshots of volumes of this type.
backups: Backups of volumes.
backup_gigabytes: Backups together, in GiB.
groups: Groups of volumes.
network: Networks.
subnet: Subnets.
subnetpool: Subnet pools.
port: Ports; those of routers and DHCP count as well.
router: Routers.
floatingip: Floating addresses.
security_group: Security groups.
security_group_rule: Rules of all security groups together.
rbac_policy: RBAC policies.
trunk: Trunks.
`,
  },
  {
    name: 'limit',
    aliases: 'absolute-limit rate-limit',
    printedBy: [
      ...['nova limits', 'nova absolute-limits', 'nova rate-limits'],
      ...['cinder absolute-limits', 'cinder rate-limits'],
    ],
    fields: `
name [Name]: What is limited: Cores, RAM in MiB, Instances, and with a leading max or total of cinder's how much there may be and is.
used [Used]: How much the project has.
max [Max]: How much it may have; -1 for any number.
value [Value]: In cinder's list, the limit or what is used of it, as the name says; of rates, how many requests may be made in the time.
verb [Verb]: Of rates: the HTTP method.
uri [URI]: Of rates: the paths for which they count.
remain [Remain]: How many more requests may be made in the time.
unit [Unit]: The time: SECOND, MINUTE, HOUR or DAY.
next_available [Next_Available]: When the time begins again.
rate: Limits of how often requests may be made; services of today have none of their own.
absolute: Limits of how much there may be.
`,
  },
  {
    name: 'usage-audit',
    aliases: 'usage-audit-log',
    printedBy: ['nova instance-usage-audit-log'],
    fields: `
log: For each host that has told what its servers used: how many servers, how many errors, and how far it is.
num_hosts: How many compute hosts there are.
num_hosts_done: How many have told it.
num_hosts_running: How many are at it.
num_hosts_not_run: How many have not begun.
hosts_not_run: Which.
total_instances: How many servers were told of.
total_errors: How many of them failed.
overall_status: The same in words.
period_beginning: When the time that is told of began, in UTC.
period_ending: When it ended.
`,
  },
] satisfies readonly Explained[];
