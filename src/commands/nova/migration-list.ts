import { list } from '../../command/define.js';
import { integer, text } from '../../command/options.js';
import { listMigrations } from '../../services/compute/migrations.js';
import { pointInTime } from '../../services/compute/point-in-time.js';
import { serverId } from '../../services/compute/servers.js';
import { attribute, rawAttribute } from '../shared/attributes.js';
import { namedFilters } from '../shared/named-filters.js';

export const about = { summary: 'Print a list of migrations.' };

export default list({
  openstack: 'server migration list {instanceUuid:--server} {migrationType:--type}',
  options: {
    instanceUuid: text('<instance_uuid>', 'Fetch migrations for the given instance, by name or ID.'),
    host: text('<host>', 'Fetch migrations for the given source or destination host.'),
    status: text('<status>', 'Fetch migrations for the given status.'),
    migrationType: text(
      '<migration_type>',
      'Filter migrations by type: evacuation, live-migration, migration (cold) or resize.',
    ),
    sourceCompute: text('<source_compute>', 'Filter migrations by source compute host name.'),
    marker: text('<marker>', 'UUID of the last migration of the previous page; displays those after "marker".', {
      microversion: '2.59',
    }),
    limit: integer('<limit>', 'Maximum number of migrations to display, at most as many as the server gives at once.', {
      microversion: '2.59',
    }),
    changesSince: text('<changes_since>', 'List only migrations changed then or later, e.g. 2016-03-04T06:27:59Z.', {
      microversion: '2.59',
    }),
    changesBefore: text(
      '<changes_before>',
      'List only migrations changed then or earlier, e.g. 2016-03-04T06:27:59Z.',
      { microversion: '2.66' },
    ),
    project: text('<project_id>', 'Filter the migrations by the given project, by name or ID.', {
      long: 'project-id',
      microversion: '2.80',
    }),
    user: text('<user_id>', 'Filter the migrations by the given user, by name or ID.', {
      long: 'user-id',
      microversion: '2.80',
    }),
  },
  rows: async function* ({ session, options, warn, now }) {
    const { limit, changesSince, changesBefore, instanceUuid, project, user, host, sourceCompute } = options;
    const since = pointInTime('changes-since', changesSince, now);
    const before = pointInTime('changes-before', changesBefore, now);
    const [names, server] = await Promise.all([
      namedFilters({ session, warn }, { project, user, hosts: [host, sourceCompute] }),
      instanceUuid && serverId(session, instanceUuid),
    ]);
    const pages = listMigrations(session, {
      host,
      status: options.status,
      instance_uuid: server,
      migration_type: options.migrationType,
      source_compute: sourceCompute,
      marker: options.marker,
      limit: limit || undefined,
      'changes-since': since,
      'changes-before': before,
      project_id: names.projectId,
      user_id: names.userId,
    });
    yield* names.checked(pages);
  },
  columns: {
    id: { ...attribute('Id'), since: '2.23' },
    uuid: { ...attribute('UUID'), since: '2.59' },
    sourceNode: attribute('Source Node'),
    destNode: attribute('Dest Node'),
    sourceCompute: attribute('Source Compute'),
    destCompute: attribute('Dest Compute'),
    destHost: attribute('Dest Host'),
    status: attribute('Status'),
    server: attribute('Instance UUID'),
    oldFlavor: rawAttribute('Old Flavor', 'old_instance_type_id'),
    newFlavor: rawAttribute('New Flavor', 'new_instance_type_id'),
    created: attribute('Created At'),
    updated: attribute('Updated At'),
    type: { ...rawAttribute('Type', 'migration_type'), since: '2.23' },
    project: { ...attribute('Project ID'), since: '2.80' },
    user: { ...attribute('User ID'), since: '2.80' },
  },
});
