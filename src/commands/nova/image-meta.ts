import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { changeImageMetadata } from '../../services/compute/image-changes.js';
import { findImageId } from '../../services/image/nova-images.js';
import { keysAndValues, setOrDelete } from '../shared/metadata.js';

export const about = { summary: 'Set or delete metadata on an image.' };

export default act({
  openstack: false,
  arguments: { image: argument('<image>', 'Name or ID of image.'), ...setOrDelete('.') },
  targets: ({ args }) => [args.image],
  run: async ({ session, args: { action, metadata } }, image) =>
    changeImageMetadata(session, await findImageId(session, image), action, keysAndValues(metadata)),
});
