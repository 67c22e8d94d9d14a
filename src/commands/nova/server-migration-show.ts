import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { serverMigration } from '../../services/compute/server-subresources.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Get the migration of specified server.' };

export default show({
  openstack: 'server migration show',
  microversion: '2.23',
  arguments: {
    server: argument('<server>', 'Name or ID of server.'),
    migration: argument('<migration>', 'ID of migration.'),
  },
  fields: async ({ session, args }) => everyField(await serverMigration(session, args.server, args.migration)),
});
