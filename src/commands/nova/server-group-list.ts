import { list } from '../../command/define.js';
import { flag, integer } from '../../command/options.js';
import { listServerGroups } from '../../services/compute/server-groups.js';
import { attribute } from '../shared/attributes.js';

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
  columns: {
    id: attribute('Id'),
    name: attribute('Name'),
    project: { ...attribute('Project Id'), since: '2.13' },
    user: { ...attribute('User Id'), since: '2.13' },
    policies: { ...attribute('Policies'), until: '2.64' },
    policy: { ...attribute('Policy'), since: '2.64' },
    rules: { ...attribute('Rules'), since: '2.64' },
    members: attribute('Members'),
    metadata: { ...attribute('Metadata'), until: '2.64' },
  },
});
