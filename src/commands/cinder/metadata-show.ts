import { asRecord } from '../../lib/read.js';
import { volumes } from '../../services/volume/resources.js';
import { everyField } from '../shared/attributes.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows volume metadata.' };

export default volumeShowOf(volumes, {
  openstack: 'volume show -c properties',
  help: 'ID of volume.',
  titles: ['Metadata-property', 'Value'],
  fields: ({ metadata }) => everyField(asRecord(metadata)),
});
