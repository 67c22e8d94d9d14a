import { argument } from '../../command/options.js';
import { lookAtVolume } from '../shared/look-at-volume.js';
import { actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Detach a volume from a server.' };

export default actOnServer({
  openstack: 'server remove volume',
  arguments: { volume: argument('<volume>', 'ID of the volume to detach.') },
  until: { status: ['available'], failed: ['error', 'error_detaching'] },
  look: lookAtVolume,
  request: ({ args }) => ({ method: 'DELETE', path: `/os-volume_attachments/${encodeURIComponent(args.volume)}` }),
});
