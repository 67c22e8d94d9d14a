/** What later clients dropped, against the embedded cloud: novaclient 7.1, 6.0 or 2.17, whichever had it last. */
import { nova217, nova602, nova712 } from '../cloud/clouds.js';
import { sideBySide } from '../cloud/side-by-side.js';
import { embedded, sandbox } from './embedded.js';

const cloud = await embedded(await sandbox());
const devstack = '{server:jtopjian/devstack}';
const test01 = '3df67919-9600-4ea8-952e-2a7be6f70774';

sideBySide(cloud, nova712, [
  { run: 'image-list', finds: 'CentOS' },
  { run: 'image-show cirros-0.3.1-x86_64', finds: 'qcow2' },
  'image-show nothing',
  { run: 'network-list', finds: 'test01' },
  { run: 'network-list', as: 'anne', finds: 'test02' },
  { run: 'network-list --fields vlan,bridge_interface,dns1', finds: 'Bridge Interface' },
  { run: 'network-show test01', finds: 'br300' },
  { run: `network-show ${test01}`, finds: 'br300' },
  'network-show nothing',
  { run: 'tenant-network-list', finds: 'test02' },
  { run: 'net-list', finds: 'test02' },
  { run: `tenant-network-show ${test01}`, finds: '10.1.0.0/24' },
  { run: `net ${test01}`, finds: '10.1.0.0/24' },
  'net nothing',
  { run: 'floating-ip-list', as: 'jtopjian', finds: '1.2.3.4' },
  { run: 'floating-ip-pool-list', finds: 'nova' },
  { run: 'floating-ip-bulk-list', finds: '1.2.3.5' },
  { run: 'floating-ip-bulk-list', as: 'anne' },
  'floating-ip-bulk-list --host nowhere',
  { run: 'fixed-ip-get 10.1.0.5', finds: 'devstack' },
  'fixed-ip-get 192.0.2.1',
  { run: 'secgroup-list', finds: 'nagios' },
  { run: 'secgroup-list --all-tenants', finds: 'Tenant_ID' },
  { run: 'secgroup-list-rules nagios', finds: '5666' },
  { run: 'secgroup-list-rules 1', finds: '0.0.0.0/0' },
  'secgroup-list-rules nothing',
  { run: 'secgroup-list-default-rules', finds: 'icmp' },
  { run: 'dns-domains', finds: 'private' },
  { run: 'dns-list cloud.example.com --ip 1.2.3.4', finds: 'www' },
  { run: 'dns-list cloud.example.com --name wiki', finds: '1.2.3.5' },
  'dns-list cloud.example.com',
  { run: 'cloudpipe-list', finds: '10.1.0.5' },
  { run: 'host-list --zone nova', finds: 'c05' },
  { run: 'host-list', as: 'anne' },
  { run: 'host-describe c01.example.com', finds: '(used_now)' },
  'host-describe nowhere',
  { run: 'list-extensions', finds: 'os-cells' },
  { run: 'cell-show east', finds: 'rabbit' },
  'cell-show nowhere',
  { run: 'cell-capacities', finds: 'Disk Available' },
  { run: 'cell-capacities --cell west', finds: 'Ram(MB)' },
  { run: 'baremetal-node-list', finds: 'ADMIN' },
  { run: 'baremetal-node-list', as: 'anne' },
  { run: 'baremetal-node-show 1', finds: 'datapath_id' },
  'baremetal-node-show 9',
  { run: 'baremetal-interface-list 1', finds: '0x1' },
  { run: `virtual-interface-list ${devstack}`, finds: 'fa:16:3e' },
  'virtual-interface-list nothing',
]);

sideBySide(cloud, nova602, [
  { run: 'absolute-limits', finds: 'ServerGroups' },
  { run: 'absolute-limits --tenant {project:anne}', finds: 'RAM' },
  { run: 'rate-limits', finds: 'Verb' },
  { run: 'aggregate-details kvm', finds: 'c01' },
  { run: 'endpoints', finds: 'publicURL' },
]);

const reworded = (is: RegExp) => ({ is, because: 'worded as in the last release' });
sideBySide(cloud, nova217, [
  { run: 'volume-list --all-tenants', finds: 'wiki-data' },
  { run: 'volume-list', as: 'anne', finds: 'in-use' },
  { run: 'volume-show backup', finds: 'c01' },
  { run: 'volume-show wiki-data', as: 'anne', finds: '/dev/vdb' },
  { run: 'volume-show nothing', stderr: reworded(/^ERROR \(CommandError\): No volume with a name or ID of 'nothing'/) },
  { run: 'volume-snapshot-list', finds: 'backup-2013' },
  { run: 'volume-snapshot-show backup-2013-02-20', finds: '100%' },
  { run: 'volume-type-list', finds: 'standard' },
]);
