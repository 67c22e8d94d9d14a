import { plainText } from '../../command/define.js';
import { argument, flag } from '../../command/options.js';
import { visibleLine } from '../../lib/escape.js';
import { membershipsOfV1 } from '../../services/image/v1.js';
import { sharingLines } from '../shared/legacy-images.js';

export const about = { summary: 'DEPRECATED! Use member-list instead.' };

export default plainText({
  openstack: 'image list --shared --member-status all {memberId?} {canShare?}',
  login: true,
  arguments: { memberId: argument('<member_id>', 'ID of member (typically tenant) to grant access.') },
  options: { canShare: flag('Allow member to further share image.') },
  run: async function* ({ session, args: { memberId } }) {
    const images = await membershipsOfV1(session, { project: memberId });
    yield images.length === 0
      ? `No images shared with member ${visibleLine(memberId)}\n`
      : sharingLines(images, 'image_id');
  },
});
