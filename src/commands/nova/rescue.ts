import { text } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { findImageId } from '../../services/image/nova-images.js';
import { everyField } from '../shared/attributes.js';
import { action, showActOnServer } from '../shared/server-actions.js';

export const about = {
  summary:
    'Reboots a server into rescue mode, which starts the machine from either the initial image or a specified image, ' +
    'attaching the current boot disk as secondary.',
};

export default showActOnServer({
  openstack: 'server rescue {adminPass:--password} {image:--image}',
  options: {
    adminPass: text('<password>', 'The admin password to be set in the rescue environment.', {
      long: 'password',
      secret: true,
    }),
    image: text('<image>', 'The image to rescue with.'),
  },
  request: async ({ session, options: { adminPass, image } }) => {
    const info = {
      ...(adminPass && { adminPass }),
      ...(image && { rescue_image_ref: await findImageId(session, image) }),
    };
    return action('rescue', Object.keys(info).length > 0 ? info : null);
  },
  fields: (answer) => everyField(asRecord(answer)),
  until: { status: ['RESCUE'], failed: ['ERROR'] },
});
