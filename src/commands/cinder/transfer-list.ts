import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { transfersOf } from '../../services/volume/api.js';
import { filterQuery, sortOrder, volumeList } from '../../services/volume/listing.js';
import { columns } from '../shared/volume-columns.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all transfers.' };

export default list({
  openstack: 'volume transfer request list {allTenants:--all-projects} {sort?} {filters?}',
  options: {
    allTenants: options.allTenants,
    sort: text('<key>[:<direction>]', 'Sort keys and directions in the form of <key>[:<asc|desc>].', {
      apiVersion: '3.59',
    }),
    filters: options.filters('3.52', 'Filter key and value pairs.'),
  },
  rows: async function* ({ session, options: { allTenants, sort, filters } }) {
    if (sort !== undefined && sort.split(':').length > 2) {
      throw new Failure('Invalid sort parameter provided. Argument must be in the form "key[:<asc|desc>]".');
    }
    const query = { all_tenants: allTenants || undefined, ...filterQuery(filters), sort: sortOrder(sort) };
    yield* volumeList(session, await transfersOf(session), query);
  },
  columns: () => columns('ID', 'Volume ID', 'Name'),
});
