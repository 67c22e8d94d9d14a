import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { membershipsOfV1 } from '../../services/image/v1.js';
import { columns } from '../shared/image-fields.js';

export const about = { summary: 'Describe sharing permissions by image or tenant.' };

export default list({
  openstack: 'image member list {imageId} {tenantId?}',
  options: {
    imageId: text('<IMAGE_ID>', 'Filter results by an image ID.'),
    tenantId: text('<TENANT_ID>', 'Filter results by a tenant ID.'),
  },
  rows: async function* ({ session, options: { imageId, tenantId } }) {
    if (imageId && tenantId) throw new Failure('Unable to filter members by both --image-id and --tenant-id.');
    if (imageId) yield await membershipsOfV1(session, { image: imageId });
    else if (tenantId) yield await membershipsOfV1(session, { project: tenantId });
    else throw new Failure('Unable to list all members. Specify --image-id or --tenant-id');
  },
  columns: () => columns('Image ID', 'Member ID', 'Can Share'),
});
