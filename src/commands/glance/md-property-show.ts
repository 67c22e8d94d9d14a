import { argument } from '../../command/options.js';
import { propertyOf } from '../../services/image/about.js';
import { definitionOf } from '../shared/image-commands.js';

export const about = { summary: 'Describe a specific metadata definitions property inside a namespace.' };

export default definitionOf({
  openstack: 'image metadef property show {namespace} {property} {maxColumnWidth:--max-width}',
  arguments: {
    namespace: argument('<NAMESPACE>', 'Name of namespace the property belongs.'),
    property: argument('<PROPERTY>', 'Name of a property.'),
  },
  get: (session, { namespace, property }) => propertyOf(session, namespace, property),
});
