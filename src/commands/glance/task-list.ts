import { list } from '../../command/define.js';
import { choice, integer, text } from '../../command/options.js';
import { imageList } from '../../services/image/listing.js';
import { tasks } from '../../services/image/resources.js';
import { columns } from '../shared/image-fields.js';

export const about = { summary: 'List tasks you can access.' };

export default list({
  openstack: 'image task list {sortKey:--sort-key} {sortDir:--sort-dir} {type:--type} {status:--status} {pageSize?}',
  options: {
    sortKey: choice(['id', 'type', 'status'], 'Sort task list by specified field.'),
    sortDir: choice(['asc', 'desc'], 'Sort task list in specified direction.'),
    pageSize: integer('<SIZE>', 'Number of tasks to request in each paginated request.'),
    type: text('<TYPE>', 'Filter tasks to those that have this type.'),
    status: text('<STATUS>', 'Filter tasks to those that have this status.'),
  },
  rows: ({ session, options }) => {
    const { type, status, sortKey = 'status', sortDir = 'desc', pageSize } = options;
    const query = { type, status, sort_key: sortKey, sort_dir: sortDir };
    return imageList(session, tasks, query, { pageSize: pageSize || 20 });
  },
  columns: () => columns('ID', 'Type', 'Status', 'Owner'),
});
