import { list } from '../../command/define.js';
import { HIGHEST } from '../../lib/microversion.js';
import { listVersions } from '../../services/compute/versions.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all API versions.' };

export default list({
  openstack: 'versions show --service compute',
  rows: async function* ({ session }) {
    yield await listVersions(session);
  },
  columns: (_, [first = {}]) => [
    ...['Id', 'Status', 'Updated'].map((title) => attribute(title)),
    ...('min_version' in first ? [attribute('Min Version'), attribute('Version')] : []),
  ],
  header: [
    'Client supported API versions:',
    'Minimum version 2.1',
    `Maximum version 2.${HIGHEST}`,
    '',
    'Server supported API versions:',
  ].join('\n'),
});
