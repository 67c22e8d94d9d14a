import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { tagsOf } from '../../services/image/resources.js';
import { getOne } from '../../services/resource.js';
import { fieldsOf, without } from '../shared/image-fields.js';

export const about = { summary: 'Describe a specific metadata definitions tag inside a namespace.' };

export default show({
  arguments: {
    namespace: argument('<NAMESPACE>', 'Name of the namespace to which the tag belongs.'),
    tag: argument('<TAG>', 'Name of the tag.'),
  },
  fields: async ({ session, args }) =>
    fieldsOf(without(await getOne(session, tagsOf(args.namespace), args.tag), 'self')),
  wrap: 80,
});
