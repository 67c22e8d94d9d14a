import { argument } from '../../command/options.js';
import { actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Abort an on-going live migration.' };

export default actOnServer({
  openstack: 'server migration abort',
  microversion: '2.24',
  arguments: { migration: argument('<migration>', 'ID of migration.') },
  request: ({ args }) => ({ method: 'DELETE', path: `/migrations/${encodeURIComponent(args.migration)}` }),
});
