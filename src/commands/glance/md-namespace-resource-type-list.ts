import { argument } from '../../command/options.js';
import { associationsOf } from '../../services/image/resources.js';
import { wholeListOf } from '../shared/image-commands.js';

export const about = { summary: 'List resource types associated to specific namespace.' };

export default wholeListOf({
  openstack: 'image metadef resource type association list',
  arguments: { namespace: argument('<NAMESPACE>', 'Name of namespace.') },
  of: ({ namespace }) => associationsOf(namespace),
  columns: ['name', 'prefix', 'properties_target'],
});
