import { list } from '../../command/define.js';
import { requiredText } from '../../command/options.js';
import { listOf } from '../../services/answer.js';
import { membersOf } from '../../services/image/resources.js';
import { callOf } from '../../services/resource.js';
import { columns } from '../shared/image-fields.js';

export const about = { summary: 'Describe sharing permissions by image.' };

export default list({
  openstack: 'image member list {imageId}',
  options: { imageId: requiredText('<IMAGE_ID>', 'Image to display members of.') },
  rows: async function* ({ session, options }) {
    const members = membersOf(options.imageId);
    yield await listOf(session, callOf(members), members.many);
  },
  columns: () => columns('Image ID', 'Member ID', 'Status'),
});
