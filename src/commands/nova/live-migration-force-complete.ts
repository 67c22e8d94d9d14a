import { argument } from '../../command/options.js';
import { actOnServer } from '../shared/server-actions.js';
import { lookAtMigration } from '../shared/server-part-looks.js';

export const about = { summary: 'Force on-going live migration to complete.' };

export default actOnServer({
  openstack: 'server migration force complete',
  microversion: '2.22',
  arguments: { migration: argument('<migration>', 'ID of migration.') },
  until: { status: ['completed', 'done'], failed: ['cancelled', 'error', 'failed'] },
  look: lookAtMigration,
  request: ({ args }) => ({
    method: 'POST',
    path: `/migrations/${encodeURIComponent(args.migration)}/action`,
    body: { force_complete: null },
  }),
});
