import { argument, flag, optionalArgument, text } from '../../command/options.js';
import { objectIn } from '../../services/answer.js';
import { everyField } from '../shared/attributes.js';
import { lookAtVolume } from '../shared/look-at-volume.js';
import { showActOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Attach a volume to a server.' };

export default showActOnServer({
  openstack: 'server add volume {device:--device} {tag:--tag} {deleteOnTermination:--enable-delete-on-termination}',
  options: {
    tag: text('<tag>', 'Tag for the attached volume.', { microversion: '2.49' }),
    deleteOnTermination: flag('Specify if the attached volume should be deleted when the server is destroyed.', {
      microversion: '2.79',
    }),
  },
  arguments: {
    volume: argument('<volume>', 'ID of the volume to attach.'),
    device: optionalArgument(
      '<device>',
      'Name of the device e.g. /dev/vdb. Use "auto" for autoassign (if supported). Libvirt driver will use default ' +
        'device name.',
    ),
  },
  request: ({ options: { tag, deleteOnTermination }, args: { volume, device } }) => {
    const volumeAttachment = {
      volumeId: volume,
      ...(device !== undefined && device !== 'auto' && { device }),
      ...(tag && { tag }),
      ...(deleteOnTermination && { delete_on_termination: true }),
    };
    return { method: 'POST', path: '/os-volume_attachments', body: { volumeAttachment } };
  },
  until: { status: ['in-use'], failed: ['error', 'error_attaching', 'available'] },
  look: lookAtVolume,
  fields: (answer) => everyField(objectIn(answer, 'volumeAttachment')),
});
