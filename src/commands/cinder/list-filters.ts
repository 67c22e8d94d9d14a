import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { asArray } from '../../lib/read.js';
import { volumeList } from '../../services/volume/listing.js';
import { filters } from '../../services/volume/resources.js';
import { column } from '../shared/volume-columns.js';

export const about = { summary: 'List enabled filters.' };

export default list({
  openstack: 'block storage resource filter list {resource?}',
  apiVersion: '3.33',
  options: { resource: text('<resource>', 'Show enabled filters for specified resource. Default=None.') },
  rows: ({ session, options: { resource } }) => volumeList(session, filters, { resource }),
  columns: {
    resource: column('Resource'),
    filters: { ...column('Filters'), text: ({ filters: keys }) => asArray(keys).join(', ') },
  },
});
