import { flag, optionalArgument, text } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { evacuation } from '../../services/compute/moves.js';
import { everyField } from '../shared/attributes.js';
import { forceEvacuation } from '../shared/move-options.js';
import { action, showActOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Evacuate server from failed host.' };

export default showActOnServer({
  openstack: 'server evacuate {host:--host} {adminPass:--password} {onSharedStorage:--shared-storage}',
  options: {
    adminPass: text(
      '<password>',
      'Set the provided admin password on the evacuated server. Not applicable if the server is on shared storage.',
      { long: 'password', secret: true },
    ),
    onSharedStorage: flag('Specifies whether server files are located on shared storage.', {
      lastMicroversion: '2.13',
      hidden: true,
    }),
    force: forceEvacuation('server'),
  },
  arguments: {
    host: optionalArgument(
      '<host>',
      'Name or ID of the target host. If no host is specified, the scheduler will choose one.',
    ),
  },
  request: async ({ session, options, args }) => action('evacuate', await evacuation(session, args.host, options)),
  fields: (answer) => everyField(asRecord(answer)),
  until: { status: ['ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
