import { bytes } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { downloadImageOfV1 } from '../../services/image/download.js';
import { findImageOfV1 } from '../../services/image/v1.js';
import { checkTarget, file, imageBytes, progress } from '../shared/image-content.js';

export const about = { summary: 'Download a specific image.' };

export default bytes({
  openstack: 'image save --file {file} {image}',
  arguments: { image: argument('<IMAGE>', 'Name or ID of image to download.') },
  options: { file, progress },
  run: async function* ({ session, args, options, warn, program }) {
    checkTarget(program, options.file);
    const image = await findImageOfV1(session, args.image);
    yield* imageBytes({ program, warn }, options, downloadImageOfV1(session, image));
  },
});
