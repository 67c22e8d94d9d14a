import { argument } from '../../command/options.js';
import { actOnServer } from '../shared/server-actions.js';
import { lookAtMigration } from '../shared/server-part-looks.js';

export const about = { summary: 'Abort an on-going live migration.' };

export default actOnServer({
  openstack: 'server migration abort',
  microversion: '2.24',
  arguments: { migration: argument('<migration>', 'ID of migration.') },
  until: { status: ['cancelled'], failed: ['completed', 'done', 'error', 'failed'] },
  look: lookAtMigration,
  request: ({ args }) => ({ method: 'DELETE', path: `/migrations/${encodeURIComponent(args.migration)}` }),
});
