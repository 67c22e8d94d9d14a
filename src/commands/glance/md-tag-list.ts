import { argument } from '../../command/options.js';
import { tagsOf } from '../../services/image/resources.js';
import { wholeListOf } from '../shared/image-commands.js';

export const about = { summary: 'List metadata definitions tags inside a specific namespace.' };

export default wholeListOf({
  openstack: false,
  arguments: { namespace: argument('<NAMESPACE>', 'Name of namespace.') },
  of: ({ namespace }) => tagsOf(namespace),
  columns: ['name'],
});
