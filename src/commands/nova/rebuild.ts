import { argument, flag, many, text } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { objectIn } from '../../services/answer.js';
import { findImage } from '../../services/image/nova-images.js';
import { trustedCertificatesOfEnvironment } from '../shared/boot-request.js';
import { rebuildRequest } from '../shared/rebuild-request.js';
import { action, showActOnServer } from '../shared/server-actions.js';
import { serverFields } from '../shared/server-fields.js';

export const about = { summary: 'Shutdown, re-image, and re-boot a server.' };

export default showActOnServer({
  openstack:
    'server rebuild --image {image} {rebuildPassword:--password} {poll:--wait} {minimal?} ' +
    '{preserveEphemeral:--preserve-ephemeral} {name:--name} {description:--description} {meta:--property} {file?} ' +
    '{keyName:--key-name} {keyUnset:--no-key-name} {userData:--user-data} {userDataUnset:--no-user-data} ' +
    '{trustedImageCertificateId:--trusted-image-cert} {trustedImageCertificatesUnset:--no-trusted-image-certs} ' +
    '{hostname:--hostname}',
  options: {
    rebuildPassword: text('<rebuild-password>', 'Set the provided admin password on the rebuilt server.', {
      secret: true,
    }),
    poll: flag('Report the server rebuild progress until it completes.'),
    minimal: flag('Skips flavor/image lookups when showing servers.'),
    preserveEphemeral: flag('Preserve the default ephemeral storage partition on rebuild.'),
    name: text('<name>', 'Name for the new server.'),
    description: text('<description>', 'New description for the server.', { microversion: '2.19' }),
    meta: many(
      '<key=value>',
      'Record arbitrary key/value metadata to /meta_data.json on the metadata server. Can be specified ' +
        'multiple times.',
    ),
    file: many(
      '<dst-path=src-path>',
      'Store arbitrary files from <src-path> locally to <dst-path> on the new server. More files can be ' +
        "injected using multiple '--file' options. You may store up to 5 files by default. The maximum number " +
        "of files is specified by the 'Personality' limit reported by the 'nova limits' command.",
      { lastMicroversion: '2.56', hidden: true },
    ),
    keyName: text(
      '<key-name>',
      "Keypair name to set in the server. Cannot be specified with the '--key-unset' option.",
      { microversion: '2.54' },
    ),
    keyUnset: flag("Unset keypair in the server. Cannot be specified with the '--key-name' option.", {
      microversion: '2.54',
    }),
    userData: text('<user-data>', 'User data file to pass to be exposed by the metadata server.', {
      microversion: '2.57',
    }),
    userDataUnset: flag("Unset user_data in the server. Cannot be specified with the '--user-data' option.", {
      microversion: '2.57',
    }),
    trustedImageCertificateId: many(
      '<trusted-image-certificate-id>',
      'Trusted image certificate IDs used to validate certificates during the image signature verification ' +
        'process. Defaults to env[OS_TRUSTED_IMAGE_CERTIFICATE_IDS]. May be specified multiple times to pass ' +
        'multiple trusted image certificate IDs.',
      { microversion: '2.63' },
    ),
    trustedImageCertificatesUnset: flag(
      'Unset trusted_image_certificates in the server. Cannot be specified with the ' +
        "'--trusted-image-certificate-id' option.",
      { microversion: '2.63' },
    ),
    ...trustedCertificatesOfEnvironment,
    hostname: text(
      'HOSTNAME',
      'New hostname for the instance. This only updates the hostname stored in the metadata server: a ' +
        'utility running on the guest is required to propagate these changes to the guest.',
      { microversion: '2.90' },
    ),
  },
  arguments: { image: argument('<image>', 'Name or ID of new image.') },
  request: async ({ session, options, args }) => action('rebuild', await rebuildRequest(session, args.image, options)),
  fields: (answer, { session, options }) => serverFields(session, objectIn(answer, 'server'), options.minimal),
  poll: ['rebuilding', 'active'],
  destroys: 'disk',
  goesWith: async ({ session, args }) => {
    const { id, name } = await findImage(session, (args as { readonly image: string }).image);
    return [`what is on it is lost, image ${asText(name)} (${asText(id)}) takes its place`];
  },
  until: { status: ['ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
