import { list } from '../../command/define.js';
import { integer, text } from '../../command/options.js';
import { listHypervisors, searchHypervisors } from '../../services/compute/hypervisors.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List hypervisors.' };

export default list({
  openstack: 'hypervisor list {matching:--matching}',
  options: {
    matching: text('<hostname>', 'List hypervisors matching the given <hostname> (or pattern), all of them.'),
    marker: text('<marker>', 'The last hypervisor of the previous page; displays those after "marker".', {
      microversion: '2.33',
      conflicts: ['matching'],
    }),
    limit: integer(
      '<limit>',
      'Maximum number of hypervisors to display, at most as many as the server gives at once.',
      {
        microversion: '2.33',
        conflicts: ['matching'],
      },
    ),
  },
  rows: ({ session, options: { matching, marker, limit } }) =>
    matching ? searchHypervisors(session, matching) : listHypervisors(session, { marker, limit }),
  columns: {
    id: attribute('ID'),
    host: attribute('Hypervisor hostname'),
    state: attribute('State'),
    status: attribute('Status'),
  },
});
