/**
 * What later clients dropped, as far as today's Compute still serves it, through an Identity v2.0 login and over v3:
 * against novaclient 7.1, 6.0 and 2.17. Of the rest one sentence says that it is gone.
 */
import { nova217, nova602, nova712, pike, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';

const gone = {
  is: /^ERROR \(CommandError\): This cloud's compute service does not serve .*\.(?: It says: .* \(HTTP 410\))?\n.*\.\n$/,
  because: 'says what to use instead',
};

const served = [
  { run: 'image-list', finds: 'cirros' },
  { run: 'image-list --limit 2', finds: 'ACTIVE' },
  { run: 'image-show cirros-0.6.1-x86_64-disk', finds: 'qcow2' },
  { run: 'image-show {image:centos-stream-9}', as: 'jtopjian', finds: 'centos' },
  'image-show nothing',
  { run: 'network-list', finds: 'test01' },
  { run: 'network-list --fields vlan,bridge_interface', finds: 'Bridge Interface' },
  { run: 'network-show test01', finds: 'share_address' },
  'network-show nothing',
  { run: 'tenant-network-list', finds: 'test01' },
  { run: 'net-list', as: 'jtopjian' },
  'net nothing',
  { run: 'floating-ip-list', finds: '203.0.113' },
  { run: 'floating-ip-list', as: 'jtopjian' },
  { run: 'floating-ip-pool-list', finds: 'public' },
  { run: 'secgroup-list', finds: 'default' },
  { run: 'secgroup-list --all-tenants', finds: 'Tenant_ID' },
  { run: 'secgroup-list-rules default', as: 'jtopjian', finds: 'default' },
  'secgroup-list-rules nothing',
  'secgroup-list-rules 12',
  { run: 'host-list', finds: 'compute01' },
  { run: 'host-list --zone internal', finds: 'scheduler' },
  { run: 'host-list', as: 'jtopjian' },
  { run: 'host-describe compute01', finds: '(used_max)' },
  'host-describe nowhere',
  { run: 'list-extensions', finds: 'os-agents' },
];

const unserved = [
  'floating-ip-bulk-list',
  'fixed-ip-get 10.1.0.133',
  'dns-domains',
  'secgroup-list-default-rules',
  'cloudpipe-list',
  'cell-show nowhere',
  'cell-capacities',
  'baremetal-node-list',
  'virtual-interface-list bastion',
  'x509-get-root-cert',
].map((line) => ({ run: line, stderr: gone }));

for (const cloud of [await pike(), await zed()]) {
  sideBySide(cloud, nova712, [...served, ...unserved]);
  sideBySide(cloud, nova602, [
    { run: 'absolute-limits', finds: 'Cores' },
    { run: 'absolute-limits', as: 'jtopjian', finds: 'Cores' },
    { run: 'rate-limits', finds: 'Verb' },
    { run: 'endpoints', finds: 'RegionOne' },
  ]);
}

// Where today's layout is that of 2014.
sideBySide(await pike(), nova217, [
  { run: 'image-list', finds: 'cirros' },
  { run: 'network-list', finds: 'test01' },
  { run: 'network-show test01', finds: 'label' },
  { run: 'net-list', finds: 'test01' },
  { run: 'host-list', finds: 'compute01' },
  { run: 'host-describe compute01', finds: '(total)' },
  { run: 'secgroup-list --all-tenants', finds: 'Tenant_ID' },
  { run: 'secgroup-list-rules default', finds: 'Source Group' },
  { run: 'floating-ip-pool-list', finds: 'public' },
  { run: 'rate-limits', finds: 'Verb' },
  { run: 'list-extensions', finds: 'os-agents' },
  ...['add-floating-ip nosuch-server 203.0.113.250', 'remove-floating-ip nosuch-server 203.0.113.250'].map((run) => ({
    run,
    stderr: {
      is: /^ERROR \(CommandError\): No server with a name or ID of 'nosuch-server' exists\.\n$/,
      because: 'worded as in the last release',
    },
  })),
  {
    run: 'root-password nosuch-server',
    input: '',
    stderr: {
      is: /^ERROR \(CommandError\): No server with a name or ID of 'nosuch-server' exists\.\n$/,
      because: 'worded as in the last release',
    },
  },
]);
