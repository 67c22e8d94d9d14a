import { list } from '../../command/define.js';
import { choice, flag, integer, many, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { timeAgo } from '../../lib/age.js';
import { boolFromString } from '../../lib/python/bool-from-string.js';
import type { Json } from '../../lib/read.js';
import { SORT_DIRECTIONS, SORT_KEYS } from '../../services/image/image-order.js';
import { imagesOfV1 } from '../../services/image/v1.js';
import { columns, humanSize } from '../shared/image-fields.js';
import { pairOf } from '../shared/image-filters.js';
import { namedFilters } from '../shared/named-filters.js';

export const about = { summary: 'List images you can access.' };

const CONTAINERS = 'Acceptable formats: ami, ari, aki, bare, ovf, ova,docker.';
const DISKS = 'Acceptable formats: ami, ari, aki, vhd, vhdx, vmdk, raw, qcow2, vdi, iso, and ploop.';
const NO_PAIR = 'Argument --property-filter requires properties in the format KEY=VALUE';

export default list({
  openstack: 'image list {name:--name} {status:--status} {owner:--project} {properties:--property}',
  options: {
    name: text('<NAME>', 'Filter images to those that have this name.'),
    status: text('<STATUS>', 'Filter images to those that have this status.'),
    changesSince: text(
      '<CHANGES_SINCE>',
      'Filter images to those that changed since the given time, which will include the deleted images.',
    ),
    containerFormat: text(
      '<CONTAINER_FORMAT>',
      `Filter images to those that have this container format. ${CONTAINERS}`,
    ),
    diskFormat: text('<DISK_FORMAT>', `Filter images to those that have this disk format. ${DISKS}`),
    sizeMin: integer('<SIZE>', 'Filter images to those with a size greater than this.'),
    sizeMax: integer('<SIZE>', 'Filter images to those with a size less than this.'),
    properties: many('<KEY=VALUE>', 'Filter images by a user-defined image property.', { long: 'property-filter' }),
    pageSize: integer('<SIZE>', 'Number of images to request in each paginated request.'),
    humanReadable: flag('Print image size in a human-friendly format.'),
    sortKey: choice(SORT_KEYS, 'Sort image list by specified field.'),
    sortDir: choice(SORT_DIRECTIONS, 'Sort image list in specified direction.'),
    isPublic: text('{True,False}', 'Allows the user to select a listing of public or non public images.'),
    owner: text(
      '<TENANT_ID>',
      'Display only images owned by this tenant id. Filtering occurs on the client side so may be inefficient. This ' +
        "option is mainly intended for admin use. Use an empty string ('') to list images with no owner. Note: This " +
        'option overrides the --is-public argument if present. Note: the v2 API supports more efficient server-side ' +
        'owner based filtering.',
    ),
    allTenants: flag("Allows the admin user to list all images irrespective of the image's owner or is_public value."),
  },
  rows: async function* ({ session, options, warn, now }) {
    const { owner, sortKey = 'name', sortDir = 'asc', pageSize } = options;
    const own = options.properties
      .map((word) => pairOf(word, NO_PAIR))
      .map(([key, value]) => [`property-${key}`, value]);
    const { projectId, checked } = await namedFilters({ session, warn }, { project: owner });
    const query = {
      name: options.name,
      status: options.status,
      'changes-since': timeAgo(options.changesSince, now),
      container_format: options.containerFormat,
      disk_format: options.diskFormat,
      size_min: options.sizeMin,
      size_max: options.sizeMax,
      is_public: owner === undefined && !options.allTenants ? publicity(options.isPublic) : 'None',
      sort_key: sortKey,
      sort_dir: sortDir,
      ...Object.fromEntries(own),
    };
    for await (const page of checked(imagesOfV1(session, query, pageSize))) {
      yield owner === undefined ? page : page.filter((image) => (image.owner ?? '') === (projectId ?? owner));
    }
  },
  columns: ({ humanReadable }) => {
    const all = columns('ID', 'Name', 'Disk Format', 'Container Format', 'Size', 'Status');
    const size = (image: Json): string => humanSize(Number(image.size ?? 0));
    return humanReadable ? all.map((one) => (one.title === 'Size' ? { ...one, text: size } : one)) : all;
  },
});

/** What Python's boolean is in a query. @throws UsageError for a word that is none */
function publicity(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const isPublic = boolFromString(word);
  if (isPublic === undefined)
    throw new UsageError(`argument --is-public: invalid choice: '${word}' (choose from 'True', 'False')`);
  return isPublic ? 'True' : 'False';
}
