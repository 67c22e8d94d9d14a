import { list } from '../../command/define.js';
import { getOne } from '../../services/resource.js';
import { volumeTypes } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'List the default volume type.' };

export default list({
  openstack: 'volume type list --default',

  rows: async function* ({ session }) {
    yield [await getOne(session, volumeTypes, 'default')];
  },
  columns: () => columns('ID', 'Name', 'Description', 'Is_Public'),
});
