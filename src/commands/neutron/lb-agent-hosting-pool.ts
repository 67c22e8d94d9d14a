import { argument } from '../../command/options.js';
import { objectOf } from '../../services/answer.js';
import { below } from '../../services/network/below.js';
import { agents, pools } from '../../services/network/resources.js';
import { callOf } from '../../services/resource.js';
import { neutronList } from '../shared/neutron-list.js';
import { withFaces } from '../shared/neutron-texts.js';

export const about = {
  summary:
    'Get loadbalancer agent hosting a pool. Deriving from ListCommand though server will return only one agent to keep common output format for all agent schedulers.',
};

export default neutronList(agents, {
  openstack: false,
  columns: ['id', 'host', 'admin_state_up', 'alive'],
  paged: false,
  sorted: false,
  arguments: { pool: argument('POOL', 'Pool to query.') },
  rows: async function* ({ session, args }, query) {
    const place = await below(session, pools, args.pool ?? '', agents, '/loadbalancer-agent');
    yield [await objectOf(session, { ...callOf(place), query }, 'agent')];
  },
  extend: (_, found) => withFaces(found),
});
