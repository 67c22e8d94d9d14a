import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { propertyList } from '../../services/image/about.js';
import { columns } from '../shared/image-fields.js';

export const about = { summary: 'List metadata definitions properties inside a specific namespace.' };

export default list({
  openstack: 'image metadef property list',
  arguments: { namespace: argument('<NAMESPACE>', 'Name of namespace.') },
  rows: async function* ({ session, args }) {
    yield await propertyList(session, args.namespace);
  },
  columns: () => columns('name', 'title', 'type'),
});
