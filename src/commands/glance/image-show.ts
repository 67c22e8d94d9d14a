import { show } from '../../command/define.js';
import { argument, flag, integer } from '../../command/options.js';
import { imageByIdOrName } from '../../services/image/find-image.js';
import { imageFields } from '../shared/image-fields.js';

export const about = { summary: 'Describe a specific image.' };

export default show({
  openstack: 'image show {id} {humanReadable:--human-readable} {maxColumnWidth:--max-width}',
  arguments: { id: argument('<IMAGE_ID>', 'ID of image to describe.') },
  options: {
    humanReadable: flag('Print image size in a human-friendly format.'),
    maxColumnWidth: integer('<integer>', 'The max column width of the printed table.'),
  },
  fields: async ({ session, args, options }) =>
    imageFields(await imageByIdOrName(session, args.id), options.humanReadable),
  // No column is narrower than its title; and a width below 0 is none to the peer.
  wrap: ({ maxColumnWidth = 80 }) => (maxColumnWidth < 0 ? 80 : Math.max(1, maxColumnWidth)),
});
