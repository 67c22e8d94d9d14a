import { list } from '../../command/define.js';
import { requiredText } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { describeHost } from '../../services/compute/hosts.js';

export const about = { name: 'service describe_resource', summary: 'Show what a host has and what of it is taken.' };

const project = printf('%-25s%16s%8s%8s%8s');
const sums: Readonly<Record<string, ReturnType<typeof printf>>> = {
  '(total)': printf('%-16s(total)%26s%8s%8s'),
  '(used_now)': printf('%-16s(used_now)%23s%8s%8s'),
  '(used_max)': printf('%-16s(used_max)%23s%8s%8s'),
};

export default list({
  openstack: 'host show {host:}',
  options: { host: requiredText('<host>', 'Host to describe.', { isWord: true }) },
  rows: async function* ({ session, options }) {
    yield await describeHost(session, options.host);
  },
  columns: {
    host: { title: 'HOST', value: (part) => part.host },
    project: { title: 'PROJECT', value: (part) => part.project },
    cpu: { title: 'cpu', value: (part) => part.cpu },
    memory: { title: 'mem(mb)', value: (part) => part.memory_mb },
    disk: { title: 'hdd', value: (part) => part.disk_gb },
  },
  lines: {
    head: true,
    line: (cells) => {
      const [host = '', whose = '', ...sizes] = cells;
      const sum = sums[whose];
      return sum === undefined ? project(cells) : sum([host, ...sizes]);
    },
  },
});
