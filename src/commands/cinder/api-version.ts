import { list } from '../../command/define.js';
import { apiVersions } from '../../services/volume/api.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Display the server API version information.' };

export default list({
  openstack: 'versions show --service block-storage',
  rows: async function* ({ session }) {
    yield await apiVersions(session);
  },
  columns: () => columns('ID', 'Status', 'Version', 'Min_version'),
});
