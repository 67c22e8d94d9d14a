import { show } from '../../command/define.js';
import { argument, text } from '../../command/options.js';
import { namespaces } from '../../services/image/resources.js';
import { getOne } from '../../services/resource.js';
import { maxColumnWidth } from '../shared/image-commands.js';
import { fieldsWithNames, without } from '../shared/image-fields.js';

export const about = { summary: 'Describe a specific metadata definitions namespace.' };

export default show({
  openstack: 'image metadef namespace show {namespace} {maxColumnWidth:--max-width} {resourceType?}',
  arguments: { namespace: argument('<NAMESPACE>', 'Name of namespace to describe.') },
  options: {
    resourceType: text(
      '<RESOURCE_TYPE>',
      'Applies prefix of given resource type associated to a namespace to all properties of a namespace.',
    ),
    maxColumnWidth,
  },
  fields: async ({ session, args, options }) => {
    const query = { resource_type: options.resourceType };
    return fieldsWithNames(without(await getOne(session, namespaces, args.namespace, query), 'self'));
  },
  wrap: (options) => options.maxColumnWidth || 80,
});
