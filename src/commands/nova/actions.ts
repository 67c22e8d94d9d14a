import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { pythonText } from '../../lib/python/repr.js';
import { listServerActions } from '../../services/compute/virtual-interfaces.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Retrieve server actions, as clouds up to 2012 tell them.' };

export default list({
  openstack: 'server event list',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield await listServerActions(session, args.server);
  },
  columns: {
    created: attribute('Created_At'),
    action: attribute('Action'),
    error: { ...attribute('Error'), text: ({ error }) => pythonText(error ?? null) },
  },
  sortBy: 'Created_At',
});
