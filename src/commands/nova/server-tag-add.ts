import { restArguments } from '../../command/options.js';
import { tagServer } from '../shared/server-tags.js';

export const about = { summary: 'Add one or more tags to a server.' };

export default tagServer({
  openstack: 'server set {tag:--tag}',
  tags: restArguments('<tag>', 'Tag(s) to add.'),
  method: 'PUT',
  accepted: (tag) => `Request to add tag ${tag} to specified server has been accepted.`,
  refused: 'Unable to add the specified tag to the server.',
});
