import { list } from '../../command/define.js';
import { isV1 } from '../../services/volume/api.js';
import { filterQuery, volumeList } from '../../services/volume/listing.js';
import { volumeTypes } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists available volume types; only admin and tenant users will see private ones.' };

export default list({
  openstack: 'volume type list {filters?}',
  options: { filters: options.filters('3.52', 'Filter key and value pairs. Admin only.') },
  rows: async function* ({ session, options: given }) {
    options.checkOnce(given.filters, { is_public: undefined });
    const all = (await isV1(session)) ? {} : { is_public: 'None' };
    yield* volumeList(session, volumeTypes, { ...all, ...filterQuery(given.filters) });
  },
  columns: async (_, __, session) =>
    columns('ID', 'Name', ...((await isV1(session)) ? [] : ['Description', 'Is_Public'])),
});
