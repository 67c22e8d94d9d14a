import { groupTypes } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';

export const about = { summary: 'Lists current group types and specs.' };

export default volumeListOf(groupTypes, {
  openstack: 'volume group type list --long',
  apiVersion: '3.11',
  query: () => ({ is_public: 'None' }),
  columns: ['ID', 'Name', 'group_specs'],
});
