/** What older clients changed and later ones dropped, against embedded clouds: novaclient 7.1, 2.17 or the first. */
import { nova217, nova712, nova2130 } from '../cloud/clouds.js';
import { eachOnItsOwn, ownClouds } from './own-clouds.js';

const clouds = await ownClouds();
const test01 = '3df67919-9600-4ea8-952e-2a7be6f70774';
const ends = (because: string) => ({ is: 1, because });
const hides = ends('the peer ends with 0 whatever became of them');

eachOnItsOwn(clouds, nova712, {
  title: "nova's own networks",
  state: ['/os-networks', '/os-tenant-networks', '/os-security-groups?all_tenants=1'],
  steps: [
    'network-create lab --fixed-range-v4 10.9.0.0/28 --vlan 400 --bridge br400 --multi-host T --dns1 8.8.8.8 --mtu 1400',
    'network-create lab2 --fixed-range-v4 10.9.0.0/24 --enable-dhcp yes --share-address nonsense --fixed-cidr 10.9.0.0/25',
    'network-create lab2 --fixed-range-v4 10.9.1.0/24 --vlan-start 500 --vpn 1200 --gateway 10.9.1.9 --priority 1',
    'network-create lab3',
    'network-create lab3 --fixed-range-v4 10.9.2.0/24 --vlan x',
    { run: 'network-create lab3 --fixed-range-v4 10.9.2.0/24', as: 'anne' },
    'network-associate-project 8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a',
    'network-associate-project nothing',
    `network-associate-host ${test01} c02.example.com`,
    `network-disassociate --host-only ${test01}`,
    'network-delete test01',
    `network-disassociate --project-only 1 ${test01}`,
    'network-disassociate 8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a',
    'network-delete lab',
    'network-delete lab',
    { run: 'tenant-network-create own 10.8.0.0/24', as: 'anne', finds: '10.8.0.0/24' },
    { run: 'net-create other 10.8.1.0/24', finds: 'other' },
    { run: 'tenant-network-create own 10.8.0.0/16', as: 'anne' },
    'tenant-network-delete 8283efb2-e53d-46e1-a6bd-bb2bdef9cb9a',
    'net-delete nothing',
    `network-associate-project ${test01}`,
    'scrub {project:jtopjian}',
    'scrub {project:admin}',
    'scrub nobody',
  ],
});

eachOnItsOwn(clouds, nova712, {
  title: 'addresses and their names',
  state: ['/os-floating-ips', '/os-floating-ips-bulk', '/os-floating-ip-dns', '/os-fixed-ips/10.1.0.5'],
  steps: [
    'floating-ip-bulk-create 10.7.0.0/29',
    'floating-ip-bulk-create 10.7.1.0/30 --pool lab --interface eth2',
    'floating-ip-bulk-create 10.7.0.4',
    'floating-ip-bulk-create nonsense',
    { run: 'floating-ip-bulk-create 10.6.0.0/30', as: 'anne' },
    { run: 'floating-ip-create lab', finds: '10.7.1.1' },
    'floating-ip-create nothing',
    'floating-ip-delete 10.7.1.1',
    'floating-ip-bulk-delete 10.7.0.0/29',
    'fixed-ip-reserve 10.1.0.5',
    'fixed-ip-unreserve 10.1.0.5',
    'fixed-ip-reserve 192.0.2.1',
    'dns-create-public-domain lab.example.com --project {project:anne}',
    'dns-create-private-domain internal.example.com --availability-zone nova',
    'dns-create-public-domain lab.example.com',
    'dns-create 1.2.3.4 www lab.example.com',
    'dns-create 1.2.3.5 www lab.example.com --type A',
    'dns-create 1.2.3.5 www nothing.example.com',
    'dns-delete lab.example.com www',
    'dns-delete lab.example.com www',
    'dns-delete-domain lab.example.com',
    'dns-delete-domain lab.example.com',
    { run: 'dns-delete-domain internal.example.com', as: 'anne' },
  ],
});

eachOnItsOwn(clouds, nova712, {
  title: 'what a new project begins with, hosts and images',
  state: [
    '/os-security-group-default-rules',
    '/os-hosts',
    '/images/detail',
    '/os-cloudpipe',
    '/servers/detail?all_tenants=1',
  ],
  steps: [
    { run: 'secgroup-add-default-rule tcp 80 80 10.0.0.0/8', finds: '10.0.0.0/8' },
    'secgroup-add-default-rule tcp 80 80 10.0.0.0/8',
    'secgroup-add-default-rule tcp x 80 10.0.0.0/8',
    'secgroup-add-default-rule gre 80 80 10.0.0.0/8',
    { run: 'secgroup-delete-default-rule TCP 80 80 10.0.0.0/8', finds: '10.0.0.0/8' },
    'secgroup-delete-default-rule tcp 80 80 10.0.0.0/8',
    { run: 'host-update c02.example.com --status disable --maintenance enable', finds: 'on_maintenance' },
    { run: 'host-update c02.example.com --status enable', finds: 'enabled' },
    'host-update c02.example.com',
    'host-update nowhere --status enable',
    { run: 'host-update c02.example.com --status enable', as: 'anne' },
    {
      run: 'host-action c03.example.com --action reboot',
      stdout: {
        is: '+-----------------+--------------+\n| HOST            | power_action |\n+-----------------+--------------+\n| c03.example.com | reboot       |\n+-----------------+--------------+\n',
        because: 'the peer prints empty cells: it looks for them in a pair of which they are no part',
      },
    },
    'host-action nowhere --action startup',
    'host-action c03.example.com --action sleep',
    'image-meta cirros-0.3.1-x86_64 set os=linux note=a=b',
    'image-meta cirros-0.3.1-x86_64 delete note os',
    'image-meta cirros-0.3.1-x86_64 delete note',
    'image-meta nothing set a=b',
    'image-meta cirros-0.3.1-x86_64 change a=b',
    { run: 'image-delete nothing', code: hides },
    { run: "image-delete cirros-0.3.1-x86_64 nothing 'Windows 2008 R2'", code: hides },
    'cloudpipe-create {project:anne}',
    'cloudpipe-create {project:anne}',
    { run: 'cloudpipe-create {project:anne}', as: 'anne' },
    'cloudpipe-configure 203.0.113.9 1194',
    'cloudpipe-configure 203.0.113.9 port',
    { run: 'x509-create-cert k.pem c.pem', finds: 'Wrote private key to k.pem' },
    'x509-create-cert k.pem d.pem',
    'x509-create-cert l.pem c.pem',
    'x509-create-cert',
  ],
});

const reworded = (is: RegExp) => ({ is, because: 'worded as in the last release' });
/** The same complaint after another word: the last release says which kind of error it is. */
const refused = (run: string, as?: string) => ({
  run,
  stderr: reworded(/^ERROR \(\w+\): .+ \(HTTP 4\d\d\)/),
  ...(as === undefined ? {} : { as }),
});
eachOnItsOwn(clouds, nova217, {
  title: 'volumes, bare metal and a server that is called otherwise',
  state: [
    'volume /volumes/detail?all_tenants=1',
    'volume /snapshots/detail',
    'volume /types',
    '/os-baremetal-nodes',
    '/servers/detail?all_tenants=1',
  ],
  steps: [
    {
      run: "volume-create 3 --display-name data --display_description 'for tests' --volume-type fast",
      finds: 'for tests',
    },
    { run: 'volume-create 2 --image-id {image:CentOS 6.3 x86_64} --availability-zone nova', finds: 'creating' },
    refused('volume-create 0'),
    'volume-create x',
    refused('volume-create 5 --snapshot-id nothing', 'anne'),
    { run: 'volume-snapshot-create {volume:backup} --display-name before --force True', finds: 'before' },
    refused('volume-snapshot-create nothing'),
    'volume-snapshot-delete before',
    { run: 'volume-snapshot-delete before', stderr: reworded(/No snapshot with a name or ID of 'before' exists\.\n$/) },
    { run: 'volume-type-create slow', finds: 'slow' },
    refused('volume-type-create slow'),
    refused('volume-type-delete nothing'),
    { run: 'volume-delete data' },
    { run: 'volume-delete data', code: hides },
    { run: 'volume-delete wiki-data nothing', as: 'anne', code: hides },
    { run: 'rename devbox workbench', as: 'anne' },
    { run: 'rename nothing else', stderr: reworded(/No server with a name or ID of 'nothing' exists\.\n$/) },
    { run: 'baremetal-node-create c05.example.com 4 2048 40 aa:bb:cc:dd:ee:01 --pm_address 10.0.8.9', finds: 'aa:bb' },
    'baremetal-node-create c05.example.com many 2048 40 aa:bb:cc:dd:ee:02',
    { run: 'baremetal-interface-add 3 aa:bb:cc:dd:ee:03 --datapath_id 0x3 --port_no 7', finds: '0x3' },
    refused('baremetal-interface-add 9 aa:bb:cc:dd:ee:03'),
    'baremetal-interface-remove 3 aa:bb:cc:dd:ee:03',
    refused('baremetal-interface-remove 3 aa:bb:cc:dd:ee:03'),
    'baremetal-node-delete 3',
    { run: 'baremetal-node-delete 9', stderr: reworded(/No baremetalnode with a name or ID of '9' exists\.\n$/) },
    refused('baremetal-node-delete 1', 'anne'),
  ],
});

eachOnItsOwn(clouds, nova2130, {
  title: 'what of nova is run while its tests are',
  state: [],
  steps: [
    { run: 'coverage-stop', stderr: reworded(/Coverage is not running \(HTTP 404\) .*\n$/) },
    'coverage-start',
    { run: 'coverage-report report', finds: '/report' },
    { run: 'coverage-report --xml report', finds: '/report' },
    { run: 'coverage-report --html report', finds: '/report' },
    { run: 'coverage-stop', finds: '.nova-coverage' },
    'coverage-start --combine',
    { run: 'coverage-stop', finds: '.nova-coverage' },
  ],
});
