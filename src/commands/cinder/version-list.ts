import { list } from '../../command/define.js';
import { HIGHEST_VOLUME_VERSION } from '../../core/volume-version.js';
import { apiVersions } from '../../services/volume/api.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'List all API versions.' };

export default list({
  openstack: 'versions show --service block-storage',
  header: [
    'Client supported API versions:',
    'Minimum version 3.0',
    `Maximum version ${HIGHEST_VOLUME_VERSION}`,
    '',
    'Server supported API versions:',
  ].join('\n'),
  rows: async function* ({ session }) {
    yield await apiVersions(session);
  },
  columns: (_, [first]) =>
    columns('Id', 'Status', 'Updated', ...(first?.min_version === undefined ? [] : ['Min Version', 'Version'])),
});
