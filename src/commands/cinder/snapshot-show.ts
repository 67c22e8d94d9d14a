import { snapshots } from '../../services/volume/resources.js';
import { everyField } from '../shared/attributes.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows snapshot details.' };

export default volumeShowOf(snapshots, { openstack: 'volume snapshot show', fields: everyField });
