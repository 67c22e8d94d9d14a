import { groupTypes } from '../../services/volume/resources.js';
import { fieldsOf } from '../shared/volume-columns.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Show group type details.' };

export default volumeShowOf(groupTypes, {
  openstack: 'volume group type show',
  apiVersion: '3.11',
  fields: (item) => fieldsOf(item, ['group_specs']),
});
