import { argument } from '../../command/options.js';
import { objectsOf } from '../../services/image/resources.js';
import { wholeListOf } from '../shared/image-commands.js';
import { column } from '../shared/image-fields.js';

export const about = { summary: 'List metadata definitions objects inside a specific namespace.' };

export default wholeListOf({
  openstack: 'image metadef object list',
  arguments: { namespace: argument('<NAMESPACE>', 'Name of namespace.') },
  of: ({ namespace }) => objectsOf(namespace),
  columns: ['name', { ...column('description'), maxWidth: 50 }],
});
