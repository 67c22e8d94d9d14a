import { act } from '../../command/act.js';
import { restArguments } from '../../command/options.js';
import { removeComputeImage } from '../../services/compute/image-changes.js';
import { findImage, findImageId, imageAfter } from '../../services/image/nova-images.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Delete specified image(s).' };

export default act({
  openstack: 'image delete',
  arguments: { image: restArguments('<image>', 'Name or ID of image(s).') },
  // A login that fails, fails for all of them.
  prepare: ({ session }) => session.microversion(),
  targets: ({ args }) => args.image,
  find: async ({ session }, given) => foundOf(await findImage(session, given)),
  look: ({ session }, id) => imageAfter(session, id),
  run: async ({ session }, image) => removeComputeImage(session, await findImageId(session, image)),
  failedLine: ({ given }, error) => `Delete for image ${given} failed: ${error.message}`,
  refused: '',
  destroys: 'image',
  until: 'gone',
});
