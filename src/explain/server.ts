import type { Explained } from './resource.js';

export default [
  {
    name: 'server',
    aliases: 'instance vm',
    printedBy: ['nova list', 'nova show', 'nova list --minimal', 'nova hypervisor-servers'],
    fields: `
status: What the server is doing as a whole, made of vm_state and task_state: ACTIVE, BUILD, SHUTOFF, PAUSED, SUSPENDED, RESCUE, RESIZE, VERIFY_RESIZE, REVERT_RESIZE, REBUILD, REBOOT, HARD_REBOOT, PASSWORD, MIGRATING, SHELVED, SHELVED_OFFLOADED, SOFT_DELETED, DELETED, ERROR; UNKNOWN: a state that the API has no word for, or since 2.69 a server in a cell that does not answer.
OS-EXT-STS:task_state [Task State]: What is being done to it at this moment; null when nothing is. scheduling, block_device_mapping, networking, spawning; rebooting, reboot_pending, reboot_started, and the three with _hard; powering-off, powering-on, pausing, unpausing, suspending, resuming, rescuing, unrescuing; rebuilding, rebuild_block_device_mapping, rebuild_spawning; resize_prep, resize_migrating, resize_migrated, resize_finish, resize_confirming, resize_reverting; migrating; image_snapshot_pending, image_snapshot, image_pending_upload, image_uploading, image_backup; shelving, shelving_image_pending_upload, shelving_image_uploading, shelving_offloading, unshelving; updating_password, soft-deleting, deleting, restoring.
OS-EXT-STS:vm_state: The state that the server is to have in the long run: active, building, stopped, paused, suspended, rescued, resized, shelved, shelved_offloaded, soft-delete, deleted, error.
OS-EXT-STS:power_state [Power State]: What the hypervisor says: 0 NOSTATE, 1 Running, 3 Paused, 4 Shutdown, 6 Crashed, 7 Suspended.
addresses [Networks]: Its addresses, by the names of the networks; floating ones stand behind the fixed one that they lead to.
hostId: A hash of host and project: two servers of one project on the same host have the same; users may see it where they may not see the host.
OS-EXT-SRV-ATTR:host: The compute host on which it runs, by the name of its nova-compute; null before it is scheduled and after it is offloaded.
OS-EXT-SRV-ATTR:hypervisor_hostname: The hypervisor on which it runs; another name than the host's only where a host has several.
OS-EXT-SRV-ATTR:instance_name: The name under which the hypervisor knows it, such as instance-0000002a.
OS-EXT-SRV-ATTR:hostname since 2.3: The host name that the guest is told.
OS-EXT-SRV-ATTR:kernel_id since 2.3: The kernel image, of images that need one apart.
OS-EXT-SRV-ATTR:ramdisk_id since 2.3: The ramdisk image, likewise.
OS-EXT-SRV-ATTR:launch_index since 2.3: Its number among the servers that one request made, from 0.
OS-EXT-SRV-ATTR:reservation_id since 2.3: The request that made it, which several servers can share.
OS-EXT-SRV-ATTR:root_device_name since 2.3: The device of its root disk, such as /dev/vda.
OS-EXT-SRV-ATTR:user_data since 2.3: What cloud-init in the guest is given, in base64.
OS-EXT-AZ:availability_zone: The availability zone of its host; empty before it is scheduled.
OS-SRV-USG:launched_at: When it was started for the first time, in UTC.
OS-SRV-USG:terminated_at: When it was deleted; null while it is there.
OS-DCF:diskConfig: AUTO: the root disk is one partition, grown to the flavor's size. MANUAL: it stays as the image has it.
accessIPv4: The IPv4 address at which its owner says it is to be reached; nothing in the cloud depends on it.
accessIPv6: The same for IPv6.
config_drive: Whether its metadata is on a disk of its own as well as on the metadata service.
key_name: The key pair whose public key it was given when it was made.
image: The image that it was made from; empty if it boots from a volume.
flavor: The flavor that it has, by name and id; since 2.47 its values as they were when the server was made.
flavor:original_name since 2.47: The name that its flavor had when it was made or resized; the flavor may be gone.
flavor:vcpus since 2.47: Virtual CPUs of its flavor.
flavor:ram since 2.47: Memory of its flavor, in MiB.
flavor:disk since 2.47: Root disk of its flavor, in GiB.
flavor:ephemeral since 2.47: Second, empty disk of its flavor, in GiB.
flavor:swap since 2.47: Swap disk of its flavor, in MiB.
flavor:extra_specs since 2.47: What its flavor asks of hosts and hypervisors.
network: The addresses that it has on this network.
security_groups: The security groups of its ports, by name.
os-extended-volumes:volumes_attached: The volumes that are attached to it, by id; delete_on_termination says which go with it (since 2.3).
progress: How far building, resizing or migrating is, in per cent; only some drivers fill it in.
fault: What went wrong last, with the time; only of servers in ERROR or DELETED.
host_status since 2.16: Of its host: UP, DOWN, UNKNOWN, MAINTENANCE; empty for those who may not know it.
locked since 2.9: Whether only administrators, or who locked it, may change it.
locked_reason since 2.73: Why it was locked, if that was said.
server_groups since 2.71: The server groups that it belongs to, by id.
trusted_image_certificates since 2.63: The certificates with which the image's signature was checked.
pinned_availability_zone since 2.96: The zone that was asked for when it was made.
created: When the request to make it was accepted, in UTC.
hypervisor_id [Hypervisor ID]: The hypervisor on which it is, by its id.
tags since 2.26: Labels by which lists can be filtered.
description since 2.19: Free text of its owner's.
`,
  },
] satisfies readonly Explained[];
