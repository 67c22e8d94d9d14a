import { argument, flag, integer, many, text } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { reservationAfter, serverAfter } from '../../services/compute/after-action.js';
import { bootServer } from '../../services/compute/boot.js';
import { pollUntil } from '../../services/compute/polling.js';
import { getServer } from '../../services/compute/servers.js';
import { bootRequest, trustedCertificatesOfEnvironment } from '../shared/boot-request.js';
import { serverFields } from '../shared/server-fields.js';
import { showChange } from '../shared/show-changes.js';

export const about = { summary: 'Boot a new server.' };

export default showChange({
  openstack:
    'server create {flavor:--flavor} {image:--image} {imageWith:--image-property} {bootVolume:--volume} ' +
    '{snapshot:--snapshot} {minCount:--min} {maxCount:--max} {meta:--property} {file:--file} {keyName:--key-name} ' +
    '{userData:--user-data} {availabilityZone:--availability-zone} {securityGroups:--security-group} ' +
    '{blockDeviceMapping:--block-device-mapping} {blockDevice:--block-device} {swap:--swap} ' +
    '{ephemeral:--ephemeral} {hint:--hint} {nic:--nic} {configDrive:--config-drive} {poll:--wait} ' +
    '{adminPass:--password} {accessIpV4?} {accessIpV6?} {description:--description} {tags:--tag} ' +
    '{returnReservationId?} {trustedImageCertificateId:--trusted-image-cert} {host:--host} ' +
    '{hypervisorHostname:--hypervisor-hostname} {hostname:--hostname}',
  options: {
    flavor: text('<flavor>', "Name or ID of flavor (see 'nova flavor-list')."),
    image: text('<image>', "Name or ID of image (see 'glance image-list')."),
    imageWith: many('<key=value>', "Image metadata property (see 'glance image-show')."),
    bootVolume: text('<volume_id>', 'Volume ID to boot from.'),
    snapshot: text('<snapshot_id>', 'Snapshot ID to boot from (will create a volume).'),
    minCount: integer('<number>', 'Boot at least <number> servers (limited by quota).'),
    maxCount: integer('<number>', 'Boot up to <number> servers (limited by quota).'),
    meta: many(
      '<key=value>',
      'Record arbitrary key/value metadata to /meta_data.json on the metadata server. Can be specified ' +
        'multiple times.',
    ),
    file: many(
      '<dst-path=src-path>',
      'Store arbitrary files from <src-path> locally to <dst-path> on the new server. More files can be ' +
        "injected using multiple '--file' options. Limited by the 'injected_files' quota value. The default " +
        "value is 5. You can get the current quota value by 'Personality' limit from 'nova limits' command.",
      { lastMicroversion: '2.56', hidden: true },
    ),
    keyName: text('<key-name>', 'Key name of keypair that should be created earlier with the command keypair-add.', {
      env: ['NOVACLIENT_DEFAULT_KEY_NAME'],
    }),
    userData: text('<user-data>', 'User data file to pass to be exposed by the metadata server.'),
    availabilityZone: text('<availability-zone>', 'The availability zone for server placement.'),
    securityGroups: text('<security-groups>', 'Comma separated list of security group names.'),
    blockDeviceMapping: many(
      '<dev-name=mapping>',
      'Block device mapping in the format <dev-name>=<id>:<type>:<size(GiB)>:<delete-on-terminate>.',
    ),
    blockDevice: many(
      'key1=value1[,key2=value2...]',
      'Block device mapping with the keys: id=UUID (image_id, snapshot_id or volume_id only if using source ' +
        'image, snapshot or volume) source=source type (image, snapshot, volume or blank), dest=destination ' +
        "type of the block device (volume or local), bus=device's bus (e.g. uml, lxc, virtio, ...; if " +
        'omitted, hypervisor driver chooses a suitable default, honoured only if device type is supplied) ' +
        "type=device type (e.g. disk, cdrom, ...; defaults to 'disk') device=name of the device (e.g. vda, " +
        'xda, ...; if omitted, hypervisor driver chooses suitable device depending on selected bus; note the ' +
        'libvirt driver always uses default device names), size=size of the block device in MiB(for swap) and ' +
        'in GiB(for other formats) (if omitted, hypervisor driver calculates size), format=device will be ' +
        'formatted (e.g. swap, ntfs, ...; optional), bootindex=integer used for ordering the boot disks (for ' +
        'image backed instances it is equal to 0, for others need to be specified), shutdown=shutdown ' +
        'behaviour (either preserve or remove, for local destination set to remove) and tag=device metadata ' +
        'tag (optional), volume_type=type of volume to create (either ID or name) when source is blank, image ' +
        'or snapshot and dest is volume (optional).',
    ),
    swap: text('<swap_size>', 'Create and attach a local swap block device of <swap_size> MiB.'),
    ephemeral: many(
      'size=<size>[,format=<format>]',
      'Create and attach a local ephemeral block device of <size> GiB and format it to <format>.',
    ),
    hint: many('<key=value>', 'Send arbitrary key/value pairs to the scheduler for custom use.'),
    nic: many(
      '<auto,none,net-id=net-uuid,net-name=network-name,port-id=port-uuid,v4-fixed-ip=ip-addr,v6-fixed-ip=ip-addr,tag=tag>',
      'Create a NIC on the server. Specify option multiple times to create multiple nics unless using the ' +
        "special 'auto' or 'none' values. auto: automatically allocate network resources if none are " +
        'available. This cannot be specified with any other nic value and cannot be specified multiple times. ' +
        'none: do not attach a NIC at all. This cannot be specified with any other nic value and cannot be ' +
        'specified multiple times. net-id: attach NIC to network with a specific UUID. net-name: attach NIC ' +
        'to network with this name (either port-id or net-id or net-name must be provided), v4-fixed-ip: IPv4 ' +
        'fixed address for NIC (optional), v6-fixed-ip: IPv6 fixed address for NIC (optional), port-id: ' +
        'attach NIC to port with this UUID tag: interface metadata tag (optional) (either port-id or net-id ' +
        'must be provided).',
    ),
    configDrive: text('<value>', 'Enable config drive. The value must be a boolean value.'),
    poll: flag('Report the new server boot progress until it completes.'),
    adminPass: text('<value>', 'Admin password for the instance.', { secret: true }),
    accessIpV4: text('<value>', 'Alternative access IPv4 of the instance.'),
    accessIpV6: text('<value>', 'Alternative access IPv6 of the instance.'),
    description: text('<description>', 'Description for the server.', { microversion: '2.19' }),
    tags: text('<tags>', 'Tags for the server.Tags must be separated by commas: --tags <tag1,tag2>', {
      microversion: '2.52',
    }),
    returnReservationId: flag('Return a reservation id bound to created servers.'),
    trustedImageCertificateId: many(
      '<trusted-image-certificate-id>',
      'Trusted image certificate IDs used to validate certificates during the image signature verification ' +
        'process. Defaults to env[OS_TRUSTED_IMAGE_CERTIFICATE_IDS]. May be specified multiple times to pass ' +
        'multiple trusted image certificate IDs.',
      { microversion: '2.63' },
    ),
    ...trustedCertificatesOfEnvironment,
    host: text('<host>', 'Requested host to create servers. Admin only by default.', { microversion: '2.74' }),
    hypervisorHostname: text(
      '<hypervisor-hostname>',
      'Requested hypervisor hostname to create servers. Admin only by default.',
      { microversion: '2.74' },
    ),
    hostname: text(
      'HOSTNAME',
      'Hostname for the instance. This sets the hostname stored in the metadata server: a utility such as ' +
        'cloud-init running on the guest is required to propagate these changes to the guest.',
      { microversion: '2.90' },
    ),
  },
  arguments: { name: argument('<name>', 'Name for the new server.') },
  run: async ({ session, options, args, warn }) =>
    bootServer(session, await bootRequest(session, args.name, options, warn)),
  fields: (made, { session, options }) =>
    options.returnReservationId
      ? [{ name: 'reservation_id', value: made.reservation_id ?? null }]
      : serverFields(session, made, false),
  after: (made, { session, options }) =>
    options.poll && !options.returnReservationId
      ? pollUntil(() => getServer(session, asText(made.id)), { action: 'building', done: ['active'] })
      : undefined,
  creates: 'server',
  look: async (context, id) => {
    const { minCount = 1, maxCount = 1 } = context.options as {
      readonly minCount?: number;
      readonly maxCount?: number;
    };
    return minCount > 1 || maxCount > 1 ? reservationAfter(context.session, id) : serverAfter(context.session, id);
  },
  until: { status: ['ACTIVE'], failed: ['ERROR'] },
});
