import { asRecord } from '../../lib/read.js';
import { snapshots } from '../../services/volume/resources.js';
import { everyField } from '../shared/attributes.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows snapshot metadata.' };

export default volumeShowOf(snapshots, {
  openstack: 'volume snapshot show -c properties',
  help: 'ID of snapshot.',
  titles: ['Metadata-property', 'Value'],
  fields: ({ metadata }) => everyField(asRecord(metadata)),
});
