import { list } from '../../command/define.js';
import { listSnapshots } from '../../services/volume/snapshots.js';
import { displayName } from '../../services/volume/volumes.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all the snapshots.' };

export default list({
  openstack: 'volume snapshot list',
  rows: ({ session }) => listSnapshots(session),
  columns: {
    id: attribute('ID'),
    volume: attribute('Volume ID'),
    status: attribute('Status'),
    name: { title: 'Display Name', value: displayName },
    size: attribute('Size'),
  },
});
