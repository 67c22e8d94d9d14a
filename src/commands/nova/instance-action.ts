import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { prettyPython } from '../../lib/python/pprint.js';
import { serverAction } from '../../services/compute/server-subresources.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show an action.' };

export default show({
  openstack: 'server event show',
  arguments: {
    server: argument('<server>', 'Name or UUID of the server; only a UUID for one that is deleted.'),
    request: argument('<request_id>', 'Request ID of the action to get.'),
  },
  fields: async ({ session, args }) =>
    everyField(await serverAction(session, args.server, args.request)).map((field) =>
      field.name === 'events' ? { ...field, text: prettyPython(field.value) } : field,
    ),
});
