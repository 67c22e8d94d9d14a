import { plainText } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { membershipsOfV1 } from '../../services/image/v1.js';
import { sharingLines } from '../shared/legacy-images.js';

export const about = { summary: 'DEPRECATED! Use member-list instead.' };

export default plainText({
  openstack: 'image member list',
  login: true,
  arguments: { imageId: argument('<image_id>', 'Image ID to filters members with.') },
  run: async function* ({ session, args }) {
    yield sharingLines(await membershipsOfV1(session, { image: args.imageId }), 'member_id');
  },
});
