import { qosSpecs } from '../../services/volume/resources.js';
import { fieldsOf } from '../shared/volume-columns.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows qos specs details.' };

export default volumeShowOf(qosSpecs, {
  openstack: 'volume qos show',

  fields: (item) => fieldsOf(item, ['specs']),
  help: 'ID of QoS specifications to show.',
});
