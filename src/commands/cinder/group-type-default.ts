import { list } from '../../command/define.js';
import { getOne } from '../../services/resource.js';
import { groupTypes } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'List the default group type.' };

export default list({
  openstack: 'volume group type list --default',
  apiVersion: '3.11',
  rows: async function* ({ session }) {
    yield [await getOne(session, groupTypes, 'default')];
  },
  columns: () => columns('ID', 'Name', 'Description'),
});
