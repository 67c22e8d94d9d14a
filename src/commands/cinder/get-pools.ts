import { sections } from '../../command/define.js';
import { flag } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { listOf } from '../../services/answer.js';
import { filterQuery } from '../../services/volume/listing.js';
import { everyField } from '../shared/attributes.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Show pool information for backends. Admin only.' };

export default sections({
  openstack: 'volume backend pool list {detail:--long} {filters?}',
  options: {
    detail: flag('Show detailed information about pools.'),
    filters: options.filters('3.33'),
  },
  parts: async function* ({ session, options: { detail, filters } }) {
    options.checkOnce(filters, { name: undefined, volume_type: undefined });
    const query = { detail: detail ? 'True' : undefined, ...filterQuery(filters) };
    const call = { service: 'volume', path: '/scheduler-stats/get_pools', query };
    for (const { name, capabilities } of await listOf(session, call, 'pools')) {
      const fields = everyField({ name, ...(detail ? asRecord(capabilities) : {}) });
      yield { title: 'pools', view: { kind: 'show', fields } };
    }
  },
});
