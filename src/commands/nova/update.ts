import { text } from '../../command/options.js';
import { actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Update the name or the description for a server.' };

export default actOnServer({
  openstack: 'server set {name:--name} {description:--description} {hostname:--hostname}',
  server: 'Name (old name) or ID of server.',
  options: {
    name: text('<name>', 'New name for the server.'),
    description: text(
      '<description>',
      'New description for the server. If it equals to empty string (i.g. ""), the server description will be removed.',
      { microversion: '2.19' },
    ),
    hostname: text(
      'HOSTNAME',
      'New hostname for the instance. This only updates the hostname stored in the metadata server: a utility running ' +
        'on the guest is required to propagate these changes to the guest.',
      { microversion: '2.90' },
    ),
  },
  request: ({ options: { name, description, hostname } }) => {
    const server = {
      ...(name && { name }),
      ...(description !== undefined && { description: description || null }),
      ...(hostname && { hostname }),
    };
    const isNothing = !name && description === undefined && hostname === undefined;
    return isNothing ? undefined : { method: 'PUT', body: { server } };
  },
});
