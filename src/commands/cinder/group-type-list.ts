import { filterQuery } from '../../services/volume/listing.js';
import { groupTypes } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists available group types; admin only will see private types.' };

export default volumeListOf(groupTypes, {
  openstack: 'volume group type list {filters?}',
  apiVersion: '3.11',
  options: { filters: options.filters('3.52', 'Filter key and value pairs. Admin only.') },
  query: ({ filters }) => ({ is_public: 'None', ...filterQuery(filters) }),
  columns: ['ID', 'Name', 'Description'],
});
