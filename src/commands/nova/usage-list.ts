import { list } from '../../command/define.js';
import { twoDecimals } from '../../lib/python/numbers.js';
import { listUsage } from '../../services/compute/usage.js';
import { period, periodLine, periodOptions } from '../shared/period.js';

export const about = { summary: 'List usage data for all tenants.' };

export default list({
  openstack: 'usage list',
  options: periodOptions,
  rows: async function* (context) {
    yield await listUsage(context.session, period(context));
  },
  columns: {
    tenant: { title: 'Tenant ID', value: (usage) => usage.tenant_id },
    servers: { title: 'Servers', value: ({ servers }) => servers },
    memory: { title: 'RAM MiB-Hours', value: ({ memory }) => memory, text: ({ memory }) => twoDecimals(memory) },
    cpus: { title: 'CPU Hours', value: ({ cpus }) => cpus, text: ({ cpus }) => twoDecimals(cpus) },
    disk: { title: 'Disk GiB-Hours', value: ({ disk }) => disk, text: ({ disk }) => twoDecimals(disk) },
  },
  header: periodLine,
});
