import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { asRecord, asText } from '../../lib/read.js';
import { listComputeImages } from '../../services/compute/images.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print a list of available images to boot from.' };

export default list({
  openstack: 'image list',
  options: { limit: text('<limit>', 'Number of images to return, in place of all.') },
  rows: ({ session, options: { limit } }) => listComputeImages(session, limit),
  columns: {
    id: attribute('ID'),
    name: attribute('Name'),
    status: attribute('Status'),
    // The server that it is a snapshot of.
    server: {
      title: 'Server',
      value: ({ server }) => asRecord(server).id ?? null,
      text: ({ server }) => asText(asRecord(server).id),
    },
  },
  sortBy: 'Name',
});
