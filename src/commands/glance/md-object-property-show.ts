import { argument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { objectProperty } from '../../services/image/about.js';
import { definitionOf } from '../shared/image-commands.js';

export const about = { summary: 'Describe a specific metadata definitions property inside an object.' };

export default definitionOf({
  openstack: 'image metadef object property show {namespace} {object} {property} {maxColumnWidth:--max-width}',
  arguments: {
    namespace: argument('<NAMESPACE>', 'Name of namespace the object belongs.'),
    object: argument('<OBJECT>', 'Name of an object.'),
    property: argument('<PROPERTY>', 'Name of a property.'),
  },
  get: async (session, { namespace, object, property }) => {
    const found = await objectProperty(session, namespace, object, property);
    if (found === undefined) throw new Failure(`Property ${property} not found in object ${object}.`);
    return found;
  },
});
