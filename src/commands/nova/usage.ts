import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { twoDecimals } from '../../lib/python/numbers.js';
import { projectOrOwn } from '../../services/compute/own-project.js';
import { getUsage } from '../../services/compute/usage.js';
import { period, periodLine, periodOptions } from '../shared/period.js';

export const about = { summary: 'Show usage data for a single tenant.' };

export default list({
  openstack: 'usage show',
  options: { ...periodOptions, tenant: text('<tenant-id>', 'UUID of tenant to get usage for.') },
  rows: async function* (context) {
    const { session, options } = context;
    const usage = await getUsage(session, await projectOrOwn(session, options.tenant), period(context));
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
