import { argument } from '../../command/options.js';
import { actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Rename a server.' };

export default actOnServer({
  openstack: 'server set --name {name} {server}',
  server: 'Name (old name) or ID of server.',
  arguments: { name: argument('<name>', 'New name for the server.') },
  request: ({ args: { name } }) => ({ method: 'PUT', body: { server: { name } } }),
});
