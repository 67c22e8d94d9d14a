import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { openConsole } from '../../services/compute/consoles.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Get an MKS console to a server.' };

export default list({
  openstack: 'console url show --mks',
  microversion: '2.8',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield [await openConsole(session, args.server, 'webmks')];
  },
  columns: { type: attribute('Type'), url: attribute('Url') },
});
