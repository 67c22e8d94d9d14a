import { plainText } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { imageOfV1 } from '../../services/image/v1.js';
import { imageLines } from '../shared/legacy-images.js';

export const about = { summary: 'DEPRECATED! Use image-show instead.' };

export default plainText({
  openstack: 'image show',
  login: true,
  arguments: { id: argument('<IMAGE_ID>', 'ID of image to describe.') },
  run: async function* ({ session, args }) {
    const image = await imageOfV1(session, args.id);
    yield `${imageLines(image, await session.endpoint('image'))}\n`;
  },
});
