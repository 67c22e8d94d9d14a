import type { Explained } from './resource.js';

export default [
  {
    name: 'image',
    printedBy: ['glance image-list', 'glance image-show', 'nova image-show'],
    fields: `
status: queued (no data yet), saving, uploading, importing, active (can be used), deactivated (only administrators download it), killed (the upload failed; of Images v1), deleted, pending_delete (the data goes later).
disk_format [Disk_Format]: The format of the disk in it: raw, qcow2, vmdk, vdi, vhd, vhdx, iso, aki, ari, ami, ploop.
container_format [Container_Format]: What the disk is wrapped in: bare (nothing), ovf, ova, docker, compressed, aki, ari, ami.
size: The bytes of its data; null before there are any.
virtual_size: The bytes of the disk once it is unpacked; null where glance did not look.
checksum: The MD5 hash of its data.
os_hash_algo since 2.7: The algorithm of os_hash_value, such as sha512.
os_hash_value since 2.7: The hash of its data by that algorithm.
os_hidden since 2.7: Whether lists leave it out unless they ask for hidden ones; servers can be made from it all the same.
min_ram: Memory that a flavor must have to boot it, in MiB.
min_disk: Disk that a flavor must have, in GiB.
owner: The project that owns it.
file: Where its data is downloaded.
direct_url: Where the store has it, if glance is configured to tell.
locations: The places where it is kept, with what is kept about them, if glance is configured to tell.
stores: The stores that have it, where there are several.
os_glance_failed_import: The stores into which it could not be imported.
os_glance_importing_to_stores: The stores into which it is being imported.
kernel_id: The image that is its kernel, of images that need one apart.
ramdisk_id: The image that is its ramdisk.
os_type: The operating system: linux or windows.
hw_disk_bus: The bus of its disks in servers: virtio, scsi, ide, sata, usb.
base_image_ref: Of a snapshot, the image that its server was made from.
image_type: snapshot, of snapshots.
instance_uuid: Of a snapshot, its server.
`,
  },
  {
    name: 'cached-image',
    printedBy: ['glance cache-list'],
    fields: `
id: The image.
state: cached, or queued to be.
last_accessed [Last Accessed (UTC)]: When it was last read from the cache.
last_modified [Last Modified (UTC)]: When it came into the cache.
size: Its bytes.
hits: How often it was read from the cache.
`,
  },
  {
    name: 'task',
    printedBy: ['glance task-list', 'glance task-show', 'glance image-tasks'],
    fields: `
type: import, export, clone or api_image_import.
status: pending, processing, success or failure.
image_id: The image that it is about.
input: What it was given.
result: What it gave.
expires_at: When glance forgets it.
`,
  },
  {
    name: 'md-namespace',
    aliases: 'metadef-namespace',
    printedBy: ['glance md-namespace-list', 'glance md-namespace-show'],
    fields: `
namespace: The name of the catalog of properties: OS::Compute::Libvirt and so on.
display_name: Its title.
resource_type_associations: The kinds of resources that the properties are for.
objects: Groups of properties in it.
properties: The properties in it.
`,
  },
  {
    name: 'md-resource-type',
    printedBy: ['glance md-resource-type-list', 'glance md-namespace-resource-type-list'],
    fields: `
name: The kind of resource that properties can be for: OS::Glance::Image, OS::Nova::Flavor and so on.
prefix: What is put before the names of the properties.
properties_target: Which properties of the resource are meant, where it has several kinds: image, or metadata of a volume.
`,
  },
  {
    name: 'md-object',
    printedBy: ['glance md-object-list', 'glance md-object-show'],
    fields: `
properties: The properties in the group.
required: Those of them that must be there.
`,
  },
  {
    name: 'md-property',
    printedBy: ['glance md-property-list', 'glance md-property-show', 'glance md-object-property-show'],
    fields: `
title: What it is called for people.
type: string, integer, number, boolean or array.
default: Its value where none is given.
enum: The values that it can have.
operators: How filters may compare it, such as <in> or s==.
minimum: The least that it can be.
maximum: The most that it can be.
minLength: How short it can be.
maxLength: How long it can be.
pattern: The regular expression that it matches.
items: What is in its lists.
readonly: Whether it can be changed.
`,
  },
  {
    name: 'md-tag',
    printedBy: ['glance md-tag-list', 'glance md-tag-show'],
    fields: '',
  },
  {
    name: 'member',
    aliases: 'image-member',
    printedBy: ['glance member-list', 'glance member-get'],
    fields: `
image_id [Image ID]: The image.
member_id [Member ID]: The project with which it is shared.
status: pending, accepted (it is in that project's lists) or rejected.
can_share [Can Share]: Whether that project may share it further; of Images v1.
`,
  },
  {
    name: 'store',
    aliases: 'import',
    printedBy: ['glance stores-info', 'glance import-info'],
    fields: `
stores: The stores that images are kept in: the id of each, and which is used where none is named.
import-methods: How images come in: glance-direct (uploaded first), web-download, copy-image, glance-download.
`,
  },
] satisfies readonly Explained[];
