import { argument } from '../../command/options.js';
import { actOnServer } from '../shared/server-actions.js';
import { lookAtOldInterface } from '../shared/server-part-looks.js';

export const about = { summary: 'Detach a network interface from a server.' };

export default actOnServer({
  openstack: 'server remove port',
  arguments: { portId: argument('<port_id>', 'Port ID.') },
  until: 'gone',
  look: lookAtOldInterface,
  request: ({ args }) => ({ method: 'DELETE', path: `/os-interface/${encodeURIComponent(args.portId)}` }),
});
