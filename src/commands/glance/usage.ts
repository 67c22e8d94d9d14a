import { list } from '../../command/define.js';
import { quotaUsage } from '../../services/image/about.js';
import { plainColumns } from '../shared/image-fields.js';

export const about = { summary: 'Get quota usage information.' };

export default list({
  rows: async function* ({ session }) {
    yield (await quotaUsage(session)).map(([quota, usage]) => ({ ...usage, quota }));
  },
  columns: () => plainColumns('Quota', 'Limit', 'Usage'),
});
