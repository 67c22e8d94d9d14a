import { list } from '../../command/define.js';
import { flag, integer } from '../../command/options.js';
import { listServerGroups } from '../../services/compute/server-groups.js';
import { serverGroupColumns } from '../shared/server-group-columns.js';

export const about = { summary: 'Print a list of all server groups.' };

export default list({
  openstack: 'server group list',
  options: {
    limit: integer('<limit>', 'Maximum number of server groups, at most as many as the server gives at once.'),
    offset: integer('<offset>', 'The offset of groups list to display; use with limit to return a slice of them.'),
    allProjects: flag('Display server groups from all projects (Admin only).'),
  },
  rows: ({ session, options: { limit, offset, allProjects } }) =>
    listServerGroups(session, {
      all_projects: allProjects ? 'True' : undefined,
      limit: limit || undefined,
      offset: offset || undefined,
    }),
  columns: serverGroupColumns,
});
