import { list } from '../../command/define.js';
import { optionalArgument, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
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
  openstack: 'host show {host:} {hostName:}',
  options: { host: text('<host>', 'Host to describe.') },
  arguments: { hostName: optionalArgument('<host>', 'The same, without the option.') },
  rows: async function* ({ session, options, args }) {
    const host = options.host ?? args.hostName;
    if (host === undefined) throw new UsageError('the following arguments are required: --host');
    yield await describeHost(session, host);
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
