import { backups } from '../../services/volume/resources.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows backup details.' };

export default volumeShowOf(backups, {
  openstack: 'volume backup show',
});
