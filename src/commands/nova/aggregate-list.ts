import { list } from '../../command/define.js';
import { listAggregates } from '../../services/compute/aggregates.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print a list of all aggregates.' };

export default list({
  openstack: 'aggregate list',
  rows: ({ session }) => listAggregates(session),
  columns: {
    id: attribute('Id'),
    name: attribute('Name'),
    zone: attribute('Availability Zone'),
    uuid: { ...attribute('UUID'), since: '2.41' },
  },
});
