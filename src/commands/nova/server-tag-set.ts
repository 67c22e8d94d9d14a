import { restArguments } from '../../command/options.js';
import { actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Set list of tags to a server.' };

export default actOnServer({
  openstack: false,
  microversion: '2.26',
  arguments: { tags: restArguments('<tags>', 'Tag(s) to set.') },
  request: ({ args }) => ({ method: 'PUT', path: '/tags', body: { tags: args.tags } }),
});
