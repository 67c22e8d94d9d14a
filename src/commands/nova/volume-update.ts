import { argument, flag } from '../../command/options.js';
import { getVolume } from '../../services/volume/volumes.js';
import { actOnServer } from '../shared/server-actions.js';

export const about = {
  summary:
    'Update the attachment on the server. If dest_volume is the same as the src_volume then the command migrates the ' +
    'data from the attached volume to the specified available volume and swaps out the active attachment to the new ' +
    'volume. Otherwise it only updates the parameters of the existing attachment.',
};

export default actOnServer({
  openstack: 'server volume update {deleteOnTermination:--delete-on-termination} {destVolume!}',
  options: {
    deleteOnTermination: flag('Specify that the volume should be deleted when the server is destroyed.', {
      microversion: '2.85',
    }),
    noDeleteOnTermination: flag('Specify that the volume should not be deleted when the server is destroyed.', {
      microversion: '2.85',
      conflicts: ['deleteOnTermination'],
    }),
  },
  arguments: {
    srcVolume: argument('<src_volume>', 'ID of the source (original) volume.'),
    destVolume: argument('<dest_volume>', 'ID of the destination volume.'),
  },
  until: { status: ['in-use'], failed: ['error', 'error_attaching', 'available'] },
  look: ({ session, args }) => getVolume(session, (args as { readonly destVolume: string }).destVolume),
  request: ({ options: { deleteOnTermination, noDeleteOnTermination }, args: { srcVolume, destVolume } }) => {
    const isSaid = deleteOnTermination || noDeleteOnTermination;
    const volumeAttachment = { volumeId: destVolume, ...(isSaid && { delete_on_termination: deleteOnTermination }) };
    const path = `/os-volume_attachments/${encodeURIComponent(srcVolume)}`;
    return { method: 'PUT', path, body: { volumeAttachment } };
  },
});
