import { argument } from '../../command/options.js';
import { objectsOf } from '../../services/image/resources.js';
import { getOne } from '../../services/resource.js';
import { definitionOf } from '../shared/image-commands.js';
import { fieldsWithNames, without } from '../shared/image-fields.js';

export const about = { summary: 'Describe a specific metadata definitions object inside a namespace.' };

export default definitionOf({
  openstack: 'image metadef object show {namespace} {object} {maxColumnWidth:--max-width}',
  arguments: {
    namespace: argument('<NAMESPACE>', 'Name of namespace the object belongs.'),
    object: argument('<OBJECT>', 'Name of an object.'),
  },
  get: async (session, { namespace, object }) => without(await getOne(session, objectsOf(namespace), object), 'self'),
  fields: fieldsWithNames,
});
