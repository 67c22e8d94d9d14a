import type { Explained } from './resource.js';

export default [
  {
    name: 'hyperv-machine',
    aliases: 'virtual-machine',
    printedBy: ['hyperv vm list', 'hyperv vm show', 'hyperv vm settings'],
    fields: `
state [State, enabled_state]: What it is doing, as the host says: Enabled, Disabled, Paused, Suspended, Starting, Snapshotting, Saving, Stopping, Pausing, Resuming; 'hyperv codes state' has the numbers.
cloudstack_state [CloudStack State]: What CloudStack's agent made of that: Running, Stopped, Starting, Stopping, Saving, Unknown.
nova_power_state: What nova makes of it.
nova_id [Nova ID]: The server of nova's that it is, as its notes say.
cpus [CPUs]: Virtual processors.
memory_mb [Memory MB]: Memory that it has at this moment, in MiB.
processor_load: How busy its processors are, in per cent.
uptime_ms [Uptime]: For how long it has run, in milliseconds; in tables in days and hours.
health [Health]: OK, Major failure or Critical failure.
planned: Whether it is the copy that a move prepares.
created: When it was made.
last_state_change: When its state last changed.
settings_id: The instance of its settings, in WMI.
generation: 1 or 2: with a BIOS or with UEFI.
configuration_root: The directory of its configuration.
Caption: A property of Msvm_VirtualSystemSettingData: what it is, in words.
ElementName: Its name.
InstanceID: The instance of its settings.
VirtualSystemIdentifier: Its GUID.
VirtualSystemType: Whether these are its settings (Realized), those of a planned machine, or of a snapshot.
VirtualSystemSubType: Its generation.
ConfigurationDataRoot: The directory of its configuration.
SnapshotDataRoot: The directory of its snapshots.
CreationTime: When it was made.
Notes: What its administrator wrote; nova writes its id there.
Version: The version of its configuration.
UserSnapshotType: How snapshots of it are made.
VirtualNumaEnabled: Whether it has NUMA nodes.
*: A property of WMI's; the documentation of its class says what it means.
`,
  },
  {
    name: 'hyperv-host',
    printedBy: ['hyperv host show', 'hyperv ping', 'hyperv default-path'],
    fields: `
system: Its operating system.
product [Product]: What it says it is, before any login.
version [Version]: The version of its operating system, or of WS-Management.
hyperv [Hyper-V]: Whether its service for virtual machines answers.
ms: How long it took to answer, in milliseconds.
model: Who made it, and which model it is.
boot_time: When it was started.
processors: Logical processors.
memory_mb: Memory, in MiB.
free_memory_mb: Memory that nobody uses, in MiB.
default_vhd_path [Disks]: Where new disks are put.
default_vm_path [Machines]: Where the configuration of new machines is put.
Agent Says: What CloudStack's agent would have answered.
vms: How many machines it has.
`,
  },
  {
    name: 'hyperv-job',
    printedBy: ['hyperv job show', 'hyperv job wait'],
    fields: `
state: How far it is: New, Starting, Running, Suspended, ShuttingDown, Completed, Terminated, Killed, Exception, Service.
percent: How much of it is done.
error_code: The number of what went wrong.
error: What went wrong, in words.
`,
  },
  {
    name: 'hyperv-kvp',
    printedBy: ['hyperv kvp list'],
    fields: `
source [Source]: Who wrote it: host, host-only, guest, or intrinsic, which the guest's integration services write.
name [Name]: The key.
data [Data]: What it says; of user data only its size and hash.
`,
  },
  {
    name: 'hyperv-code',
    printedBy: ['hyperv codes', 'hyperv query'],
    fields: `
kind [Kind]: What it is a number of: return, job, requested or state.
value [Value]: The number.
name [Name]: What CloudStack's agent calls it.
cloudstack [CloudStack]: The state that CloudStack's agent made of it.
nova [Nova]: The power state that nova makes of it.
meaning [Meaning]: What it means.
*: A property of WMI's; the documentation of the class that was asked for says what it means.
`,
  },
] satisfies readonly Explained[];
