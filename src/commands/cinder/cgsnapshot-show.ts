import { cgsnapshots } from '../../services/volume/resources.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows cgsnapshot details.' };

export default volumeShowOf(cgsnapshots, {
  openstack: 'consistency group snapshot show',
});
