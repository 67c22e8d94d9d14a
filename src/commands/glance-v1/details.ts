import { plainText } from '../../command/define.js';
import { imageLines, legacyArguments, legacyImages, legacyOptions } from '../shared/legacy-images.js';

export const about = { summary: 'DEPRECATED! Use image-list instead.' };

const RULE = `${'='.repeat(80)}\n`;

export default plainText({
  openstack: 'image list --long {limit?} {marker?} {sortKey?} {sortDir?} {filters?}',
  login: true,
  options: legacyOptions,
  arguments: legacyArguments,
  run: async function* (context) {
    const pages = legacyImages(context);
    const endpoint = await context.session.endpoint('image');
    let isFirst = true;
    for await (const page of pages) {
      for (const image of page) {
        yield `${isFirst ? RULE : ''}${imageLines(image, endpoint)}\n${RULE}`;
        isFirst = false;
      }
    }
  },
});
