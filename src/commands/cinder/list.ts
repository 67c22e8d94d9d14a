import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { titled } from '../../lib/python/title.js';
import { asRecords, type Json } from '../../lib/read.js';
import { apiMajor } from '../../services/volume/api.js';
import { metadataQuery, oldSortOrder } from '../../services/volume/listing.js';
import { volumes } from '../../services/volume/resources.js';
import { totalLine } from '../shared/total-line.js';
import { available, columns } from '../shared/volume-columns.js';
import { filteredPages } from '../shared/volume-filters.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all volumes.' };

export default list({
  openstack:
    'volume list {allTenants:--all-projects} {tenant:--project} {metadata?} {imageMetadata?} {fields?} {filters?} {withCount?} {sort:--sort}',
  options: {
    groupId: options.filter('group_id', '<group_id>', { long: 'group_id', apiVersion: '3.10' }),
    allTenants: options.allTenants,
    name: options.filter('name', '<name>', { aliases: ['display-name'] }),
    status: options.filter('status'),
    bootable: options.bootable,
    migrationStatus: options.filter('migration_status', '<migration_status>', { long: 'migration_status' }),
    metadata: options.metadata('metadata'),
    imageMetadata: options.metadata('image metadata', { long: 'image_metadata', apiVersion: '3.4' }),
    ...options.paging('volume'),
    sortKey: text('<sort_key>', 'Of clients before --sort.', { long: 'sort_key', hidden: true }),
    sortDir: text('<sort_dir>', 'Of clients before --sort.', { long: 'sort_dir', hidden: true }),
    fields: text(
      '<fields>',
      'Comma-separated list of fields to display. Use the show command to see which fields are available. ' +
        'Unavailable/non-existent fields will be ignored. Default=None.',
    ),
    tenant: options.tenant,
    filters: options.filters('3.33'),
    withCount: options.withCount('volume'),
  },
  rows: async function* (context) {
    const { bootable, migrationStatus, imageMetadata, groupId } = context.options;
    const own = {
      bootable,
      migration_status: migrationStatus,
      glance_metadata: metadataQuery(imageMetadata.at(-1)),
      group_id: groupId,
      ...oldSortOrder(context.options),
    };
    for await (const page of filteredPages(volumes, own, context)) yield page.map(asRow);
  },
  columns: async ({ fields, allTenants, tenant }, first, session) => {
    if (fields) return available([...new Set(['ID', ...fields.split(',').map(wanted)])], first);
    const all = allTenants !== 0 || tenant ? ['ID', 'Tenant ID'] : ['ID'];
    const major = await apiMajor(session);
    if (major < 3) return columns(...all, 'Status', major === 1 ? 'Display Name' : 'Name', ...KIND);
    return available([...all, 'Status', 'Name', 'Size', 'Consumes Quota', ...KIND.slice(1)], first);
  },
  sortBy: ({ sort, sortKey, sortDir }) => (sort || sortKey || sortDir ? false : undefined),
  footer: totalLine('Volume'),
});

const KIND = ['Size', 'Volume Type', 'Bootable', 'Attached to'];

const wanted = (field: string): string => titled(field.trim()).replace(/^Id$/, 'ID');

function asRow(volume: Json): Json {
  const servers = asRecords(volume.attachments).map(({ server_id: id }) => String(id));
  const project = volume['os-vol-tenant-attr:tenant_id'];
  return { ...volume, ...(project === undefined ? {} : { tenant_id: project }), attached_to: servers.join(',') };
}
