import { list } from '../../command/define.js';
import { getLimits, rateLimits } from '../../services/compute/limits.js';

export const about = { summary: 'Print a list of rate limits for a user.' };

export default list({
  openstack: 'limits show --rate',
  rows: async function* ({ session }) {
    yield rateLimits(await getLimits(session));
  },
  columns: {
    verb: { title: 'Verb', value: ({ verb }) => verb },
    uri: { title: 'URI', value: ({ uri }) => uri },
    value: { title: 'Value', value: ({ value }) => value },
    remain: { title: 'Remain', value: ({ remain }) => remain },
    unit: { title: 'Unit', value: ({ unit }) => unit },
    next: { title: 'Next_Available', value: ({ nextAvailable }) => nextAvailable },
  },
});
