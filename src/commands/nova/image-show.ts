import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { findImage } from '../../services/image/nova-images.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';

export const about = { summary: 'Show details about the given image.' };

export default show({
  openstack: 'image show',
  arguments: { image: argument('<image>', 'Name or ID of image.') },
  fields: async ({ session, args }) => {
    const { links, server, metadata, ...rest } = await findImage(session, args.image);
    const { id } = asRecord(server);
    const properties = Object.entries(asRecord(metadata)).map(([key, value]) => [`metadata ${key}`, value]);
    return everyFieldOfPython2({
      ...rest,
      ...(id === undefined ? {} : { server: id }),
      ...Object.fromEntries(properties),
    });
  },
});
