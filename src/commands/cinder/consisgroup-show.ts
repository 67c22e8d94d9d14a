import { consistencyGroups } from '../../services/volume/resources.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows details of a consistency group.' };

export default volumeShowOf(consistencyGroups, {
  openstack: 'consistency group show',
});
