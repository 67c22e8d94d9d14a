import { volumeTypes } from '../../services/volume/resources.js';
import { fieldsOf } from '../shared/volume-columns.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Show volume type details.' };

export default volumeShowOf(volumeTypes, {
  openstack: 'volume type show',

  fields: (item) => fieldsOf(item, ['extra_specs']),
});
