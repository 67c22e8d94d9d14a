import { plainText } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { jsonText } from '../../lib/python/json-text.js';
import { objectOf } from '../../services/answer.js';
import { loadbalancers } from '../../services/network/resources.js';
import { callOf, findOne, pathOf } from '../../services/resource.js';

export const about = {
  summary:
    'Retrieve status for a given loadbalancer. The only output is a formatted JSON tree, and the table format does not ' +
    'support this type of data.',
};

export default plainText({
  openstack: 'loadbalancer status show',
  login: true,
  arguments: { loadbalancer: argument('LOADBALANCER', 'ID or name of loadbalancer to show.') },
  run: async function* ({ session, args }) {
    const { id } = await findOne(session, loadbalancers, args.loadbalancer);
    const statuses = await objectOf(session, callOf(loadbalancers, pathOf(loadbalancers, id, '/statuses')), 'statuses');
    yield `${jsonText(statuses, { ascii: true, indented: true }).replace(/^ +/gm, (blanks) => blanks + blanks)}\n`;
  },
});
