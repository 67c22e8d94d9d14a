import { choice, flag, text } from '../../command/options.js';
import { clusters } from '../../services/volume/resources.js';
import { listOf } from '../shared/resource-commands.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Lists clustered services with optional filtering.' };

const BASE = ['Name', 'Binary', 'State', 'Status'];
const DETAILS = ['Num Hosts', 'Num Down Hosts', 'Last Heartbeat', 'Disabled Reason', 'Created At', 'Updated at'];
const truth = { placeholder: '<True|true|False|false>' };

export default listOf(clusters, {
  openstack: 'block storage cluster list {name:--cluster} {isUp?} {disabled?} {detailed:--long}',
  apiVersion: '3.7',
  options: {
    name: text(
      '<name>',
      'Filter by cluster name, without backend will list all clustered services from the same cluster. Default=None.',
    ),
    binary: text('<binary>', 'Cluster binary. Default=None.'),
    isUp: choice(['True', 'true', 'False', 'false'], 'Filter by up/down status. Default=None.', truth),
    disabled: choice(['True', 'true', 'False', 'false'], 'Filter by disabled status. Default=None.', truth),
    numHosts: text('<num-hosts>', 'Filter by number of hosts in the cluster.'),
    numDownHosts: text('<num-down-hosts>', 'Filter by number of hosts that are down.'),
    detailed: flag('Get detailed clustered service information (Default=False).'),
  },
  query: ({ name, binary, isUp, disabled, numHosts, numDownHosts }) => ({
    name,
    binary,
    is_up: isUp,
    disabled,
    num_hosts: numHosts,
    num_down_hosts: numDownHosts,
  }),
  detail: ({ detailed }) => (detailed ? '/clusters/detail' : undefined),
  columns: ({ detailed }) => columns(...BASE, ...(detailed ? DETAILS : [])),
});
