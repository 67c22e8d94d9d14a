import { list } from '../../command/define.js';
import { printf } from '../../lib/python/percent-format.js';
import { volumePages } from '../../services/volume/pages.js';
import { backups } from '../../services/volume/resources.js';

export const about = { name: 'backup list', summary: 'Show the backups of all projects.' };

export default list({
  openstack: 'volume backup list --all-projects --long',
  rows: ({ session }) => volumePages(session, backups, { all_tenants: 1 }),
  columns: {
    id: { title: 'ID', value: (backup) => backup.id },
    user: { title: 'User ID', value: (backup) => backup.user_id },
    project: { title: 'Project ID', value: (backup) => backup['os-backup-project-attr:project_id'] },
    host: { title: 'Host', value: (backup) => backup.host },
    name: { title: 'Name', value: (backup) => backup.name },
    container: { title: 'Container', value: (backup) => backup.container },
    status: { title: 'Status', value: (backup) => backup.status },
    size: { title: 'Size', value: (backup) => backup.size },
    objects: { title: 'Object Count', value: (backup) => backup.object_count ?? 0 },
  },
  lines: {
    head: true,
    line: printf('%-32s\t%-32s\t%-32s\t%-24s\t%-24s\t%-12s\t%-12s\t%-12s\t%-12s'),
  },
});
