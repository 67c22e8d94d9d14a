import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { membersOf } from '../../services/image/resources.js';
import { getOne } from '../../services/resource.js';
import { fieldsOf } from '../shared/image-fields.js';

export const about = { summary: 'Show details of an image member.' };

export default show({
  arguments: {
    imageId: argument('<IMAGE_ID>', 'Image from which to display member.'),
    memberId: argument('<MEMBER_ID>', 'Project to display.'),
  },
  fields: async ({ session, args }) => fieldsOf(await getOne(session, membersOf(args.imageId), args.memberId)),
  wrap: 80,
});
