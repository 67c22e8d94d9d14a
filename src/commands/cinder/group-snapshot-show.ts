import { groupSnapshots } from '../../services/volume/resources.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows group snapshot details.' };

export default volumeShowOf(groupSnapshots, {
  openstack: 'volume group snapshot show',
  apiVersion: '3.14',
});
