import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { openConsole } from '../../services/compute/consoles.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Get a vnc console to a server.' };

export default list({
  openstack: 'console url show --{type} {server}',
  arguments: {
    server: argument('<server>', 'Name or ID of server.'),
    type: argument('<console-type>', 'Type of vnc console ("novnc" or "xvpvnc").'),
  },
  rows: async function* ({ session, args }) {
    yield [await openConsole(session, args.server, args.type)];
  },
  columns: { type: attribute('Type'), url: attribute('Url') },
});
