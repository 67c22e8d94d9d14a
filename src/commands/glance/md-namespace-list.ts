import { list } from '../../command/define.js';
import { integer, many, text } from '../../command/options.js';
import { imageList } from '../../services/image/listing.js';
import { namespaces } from '../../services/image/resources.js';
import { columns } from '../shared/image-fields.js';

export const about = { summary: 'List metadata definitions namespaces.' };

export default list({
  openstack: 'image metadef namespace list {resourceTypes:--resource-types} {visibility:--visibility} {pageSize?}',
  options: {
    resourceTypes: many('<RESOURCE_TYPES>', 'Resource type to filter namespaces.'),
    visibility: text('<VISIBILITY>', 'Visibility parameter to filter namespaces.'),
    pageSize: integer('<SIZE>', 'Number of namespaces to request in each paginated request.'),
  },
  rows: ({ session, options: { resourceTypes, visibility, pageSize } }) => {
    const query = { resource_types: resourceTypes.join(','), visibility };
    return imageList(session, namespaces, query, { pageSize: pageSize || 20 });
  },
  columns: () => columns('namespace'),
});
