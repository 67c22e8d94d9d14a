import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { twoDecimals } from '../../lib/python/numbers.js';
import { projectOrOwn } from '../../services/compute/own-project.js';
import { getUsage } from '../../services/compute/usage.js';
import { idOf } from '../../services/identity/named.js';
import { period, periodLine, periodOptions } from '../shared/period.js';

export const about = { summary: 'Show usage data for a single tenant.' };

export default list({
  openstack: 'usage show',
  options: { ...periodOptions, tenant: text('<tenant-id>', 'Name or ID of tenant to get usage for.') },
  rows: async function* (context) {
    const { session, options } = context;
    const within = period(context);
    const project = await projectOrOwn(session, await idOf(session, 'tenant', options.tenant));
    const usage = await getUsage(session, project, within);
    yield usage === undefined ? [] : [usage];
  },
  columns: {
    servers: { title: 'Servers', value: ({ servers }) => servers },
    memory: { title: 'RAM MiB-Hours', value: ({ memory }) => memory, text: ({ memory }) => twoDecimals(memory) },
    cpus: { title: 'CPU Hours', value: ({ cpus }) => cpus, text: ({ cpus }) => twoDecimals(cpus) },
    disk: { title: 'Disk GiB-Hours', value: ({ disk }) => disk, text: ({ disk }) => twoDecimals(disk) },
  },
  header: periodLine,
  empty: 'None',
});
