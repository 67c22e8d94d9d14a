import { list } from '../../command/define.js';
import { integer, many, manyOf, optionalText, text } from '../../command/options.js';
import { withTimesAgo } from '../../lib/age.js';
import { boolFromString } from '../../lib/python/bool-from-string.js';
import { orderQuery, SORT_DIRECTIONS, SORT_KEYS } from '../../services/image/image-order.js';
import { imageList } from '../../services/image/listing.js';
import { images } from '../../services/image/resources.js';
import { columns } from '../shared/image-fields.js';
import { pairOf } from '../shared/image-filters.js';
import { namedFilters } from '../shared/named-filters.js';

const NO_PAIR = 'Argument --property-filter expected properties in the format KEY=VALUE';

export const about = { summary: 'List images you can access.' };

export default list({
  openstack:
    'image list {owner:--project} {properties:--property} {sortKey?} {sortDir?} {checksum?} {osHashValue?} {osHidden:--hidden} {includeStores?} {pageSize?}',
  options: {
    limit: integer('<LIMIT>', 'Maximum number of images to get.'),
    pageSize: integer('<SIZE>', 'Number of images to request in each paginated request.'),
    visibility: text('<VISIBILITY>', 'The visibility of the images to display.'),
    memberStatus: text('<MEMBER_STATUS>', 'The status of images to display.'),
    owner: text('<OWNER>', 'Display images owned by <OWNER>.'),
    properties: many('<KEY=VALUE>', 'Filter images by a user-defined image property.', { long: 'property-filter' }),
    checksum: text('<CHECKSUM>', 'Displays images that match the MD5 checksum.'),
    osHashValue: text('<HASH_VALUE>', 'Displays images that match the specified hash value.', { long: 'hash' }),
    tag: many('<TAG>', 'Filter images by a user-defined tag.'),
    sortKey: manyOf(SORT_KEYS, 'Sort image list by specified fields. May be used multiple times.'),
    sortDir: manyOf(SORT_DIRECTIONS, 'Sort image list in specified directions.'),
    sort: text(
      '<key>[:<direction>]',
      'Comma-separated list of sort keys and directions in the form of <key>[:<asc|desc>]. Valid keys: ' +
        `${SORT_KEYS.join(', ')}. OPTIONAL.`,
    ),
    osHidden: optionalText('[True|False]', 'Filters results by hidden status. Default=None.', {
      long: 'hidden',
      const: 'True',
    }),
    includeStores: optionalText('[True|False]', 'Print backend store id.', { const: 'True' }),
  },
  rows: async function* ({ session, options, warn, now }) {
    const { limit, pageSize, sort, sortKey: keys, sortDir: directions, owner } = options;
    const order = orderQuery({ keys, directions, sort });
    const own = Object.fromEntries(options.properties.map((word) => pairOf(word, NO_PAIR)));
    const { projectId, checked } = await namedFilters({ session, warn }, { project: owner });
    const query = {
      visibility: options.visibility,
      member_status: options.memberStatus,
      owner: projectId,
      checksum: options.checksum,
      os_hash_value: options.osHashValue,
      os_hidden: options.osHidden === undefined ? undefined : boolFromString(options.osHidden) ? 'True' : 'False',
      tag: options.tag,
      ...order,
      ...withTimesAgo(own, now),
    };
    yield* checked(imageList(session, images, query, { limit, pageSize }));
  },
  columns: ({ includeStores }, _, __, verbosity) =>
    columns(
      'ID',
      'Name',
      ...(verbosity === 'verbose' ? ['Disk_format', 'Container_format', 'Size', 'Status', 'Owner'] : []),
      ...(includeStores !== undefined && boolFromString(includeStores) ? ['Stores'] : []),
    ),
});
