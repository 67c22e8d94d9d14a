import { list } from '../../command/define.js';
import { listVolumeTypes } from '../../services/volume/types.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: "Print a list of available 'volume types'." };

export default list({
  openstack: 'volume type list',
  rows: ({ session }) => listVolumeTypes(session),
  columns: { id: attribute('ID'), name: attribute('Name') },
});
