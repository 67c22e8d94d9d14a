import { volumeTypes } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';

export const about = { summary: 'Lists current volume types and extra specs.' };

export default volumeListOf(volumeTypes, {
  openstack: 'volume type list --long',

  query: () => ({ is_public: 'None' }),
  columns: ['ID', 'Name', 'extra_specs'],
});
