import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { serverMigrations } from '../../services/compute/server-subresources.js';
import { attribute, rawAttribute } from '../shared/attributes.js';

export const about = { summary: 'Get the migrations list of specified server.' };

export default list({
  openstack: 'server migration list --server {server}',
  microversion: '2.23',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield await serverMigrations(session, args.server);
  },
  columns: {
    id: attribute('Id'),
    sourceNode: attribute('Source Node'),
    destNode: attribute('Dest Node'),
    sourceCompute: attribute('Source Compute'),
    destCompute: attribute('Dest Compute'),
    destHost: attribute('Dest Host'),
    status: attribute('Status'),
    server: attribute('Server UUID'),
    created: attribute('Created At'),
    updated: attribute('Updated At'),
    project: { ...attribute('Project ID'), since: '2.80' },
    user: { ...attribute('User ID'), since: '2.80' },
    memory: rawAttribute('Total Memory Bytes', 'memory_total_bytes'),
    memoryDone: rawAttribute('Processed Memory Bytes', 'memory_processed_bytes'),
    memoryLeft: rawAttribute('Remaining Memory Bytes', 'memory_remaining_bytes'),
    disk: rawAttribute('Total Disk Bytes', 'disk_total_bytes'),
    diskDone: rawAttribute('Processed Disk Bytes', 'disk_processed_bytes'),
    diskLeft: rawAttribute('Remaining Disk Bytes', 'disk_remaining_bytes'),
  },
});
