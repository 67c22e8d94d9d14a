import { qosSpecs } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';

export const about = { summary: 'Lists qos specs.' };

export default volumeListOf(qosSpecs, {
  openstack: 'volume qos list',

  columns: ['ID', 'Name', 'Consumer', 'specs'],
});
