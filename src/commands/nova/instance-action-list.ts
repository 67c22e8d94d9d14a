import { list } from '../../command/define.js';
import { argument, integer, text } from '../../command/options.js';
import { pointInTime } from '../../services/compute/point-in-time.js';
import { serverActions } from '../../services/compute/server-subresources.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List actions on a server.' };

export default list({
  openstack: 'server event list',
  options: {
    marker: text('<marker>', 'The last instance action of the previous page; displays those after "marker".', {
      microversion: '2.58',
    }),
    limit: integer('<limit>', 'Maximum number of actions to display, at most as many as the server gives at once.', {
      microversion: '2.58',
    }),
    changesSince: text('<changes_since>', 'List only actions changed then or later, e.g. 2016-03-04T06:27:59Z.', {
      microversion: '2.58',
    }),
    changesBefore: text('<changes_before>', 'List only actions changed then or earlier, e.g. 2016-03-04T06:27:59Z.', {
      microversion: '2.66',
    }),
  },
  arguments: { server: argument('<server>', 'Name or UUID of the server; only a UUID for one that is deleted.') },
  rows: async function* ({ session, options: { marker, limit, changesSince, changesBefore }, args, now }) {
    const since = pointInTime('changes-since', changesSince, now);
    const before = pointInTime('changes-before', changesBefore, now);
    const query = { marker, limit: limit || undefined, 'changes-since': since, 'changes-before': before };
    yield await serverActions(session, args.server, query);
  },
  columns: {
    action: attribute('Action'),
    request: attribute('Request_ID'),
    message: attribute('Message'),
    start: attribute('Start_Time'),
    updated: { ...attribute('Updated_At'), since: '2.58' },
  },
  sortBy: 'Start_Time',
});
