import { restArguments } from '../../command/options.js';
import { tagServer } from '../shared/server-tags.js';

export const about = { summary: 'Delete one or more tags from a server.' };

export default tagServer({
  openstack: 'server unset {tag:--tag}',
  tags: restArguments('<tag>', 'Tag(s) to delete.'),
  method: 'DELETE',
  accepted: (tag) => `Request to delete tag ${tag} from specified server has been accepted.`,
  refused: 'Unable to delete the specified tag from the server.',
});
