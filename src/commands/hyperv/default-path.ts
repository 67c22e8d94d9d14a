import { defaultPaths } from '../../hyperv/host-facts.js';
import { hostList, manyHosts } from '../shared/hyperv.js';

export const about = { summary: "Show where hosts put new disks, and where CloudStack's agent thinks that they do." };

export default hostList({
  ...manyHosts,
  hosts: ({ hosts, args, options }) => hosts(args.host, options.hosts),
  rows: async ({ warn }, wsman) => [{ host: wsman.host, ...(await defaultPaths(wsman, warn)) }],
  columns: [
    { title: 'Host', value: ({ host }) => host },
    { title: 'Disks', value: ({ disks }) => disks ?? null },
    { title: 'Machines', value: ({ machines }) => machines ?? null },
    { title: 'Agent Says', value: ({ agent }) => agent ?? null },
  ],
});
