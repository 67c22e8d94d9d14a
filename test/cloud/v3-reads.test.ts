/** The read commands of nova besides list, show and diagnostics over Identity v3, against python-novaclient 18.1. */
import { nova18, zed } from './clouds.js';
import { type Case, sideBySide } from './side-by-side.js';

const cloud = await zed();

const devstack = '{server:jtopjian/devstack}';
const failed = '{server:tom/cern-batch-02}';
const wiki = '{server:anne/wiki}';
const unknown = '00000000-0000-4000-8000-000000000000';
const past = '--start 2020-01-01 --end 2020-02-01';

const at = (versions: readonly string[], run: string): Case[] =>
  versions.map((version) => ({ run: `--os-compute-api-version ${version} ${run}` }));

const tooOld = {
  is: /this command needs Compute API 2\.\d+ or later, this is 2\.\d+\n/,
  because: 'the peer only says that there is no such command',
};

// Not here: what changes from one second to the next (service-list, availability-zone-list, usage up to now).
sideBySide(cloud, nova18, [
  { run: 'flavor-list', finds: 'm1.large' },
  { run: 'flavor-list --all --extra-specs', finds: 'extra_specs' },
  'flavor-list --min-disk 30 --min-ram 5000',
  'flavor-list --min-disk x',
  'flavor-list --marker nope',
  'flavor-list --limit 2 --sort-key memory_mb --sort-dir desc',
  ...at(['2.1', '2.54', '2.55', '2.60', '2.61'], 'flavor-list --extra-specs'),
  { run: 'flavor-list --all', as: 'jtopjian' },
  { run: 'flavor-show m1.large', finds: 'rxtx_factor' },
  { run: 'flavor-show 1', as: 'anne' },
  'flavor-show nope',
  'flavor-access-list',
  'flavor-access-list --flavor m1.tiny',
  'hypervisor-list',
  'hypervisor-list --limit 2',
  'hypervisor-list --matching 01',
  'hypervisor-list --matching nothing',
  ...at(['2.1', '2.33', '2.52'], 'hypervisor-list --matching 01'),
  ...at(['2.1'], 'hypervisor-list --limit 1'),
  { run: 'hypervisor-list', as: 'jtopjian' },
  { run: 'hypervisor-servers compute01', finds: 'instance-' },
  ...at(['2.52'], 'hypervisor-servers compute01'),
  ...at(['2.1', '2.28', '2.52'], 'hypervisor-show compute01'),
  ...at(['2.52'], 'hypervisor-show --wrap 12 nope'),
  {
    run: 'hypervisor-stats',
    finds: 'running_vms',
    peer: {
      run: '--os-compute-api-version 2.87 hypervisor-stats',
      because: 'from 2.88 on nova has none, and the classic client says no more than that',
    },
  },
  ...at(['2.87'], 'hypervisor-stats'),
  { run: 'keypair-list', finds: 'admin-key' },
  { run: 'keypair-show admin-key', finds: 'Public key: ' },
  'keypair-show nope',
  ...at(['2.1', '2.9'], 'keypair-show nope'),
  ...at(['2.9'], 'keypair-list --user x'),
  { run: 'limits', finds: 'ServerGroups' },
  'limits --reserved --tenant',
  ...at(['2.1', '2.56'], 'limits'),
  'quota-show',
  { run: 'quota-show --detail', finds: "{'limit': " },
  ...at(['2.1', '2.56'], 'quota-show'),
  { run: 'quota-show --tenant 0123', as: 'jtopjian' },
  'quota-defaults',
  'quota-class-show default',
  { run: 'quota-class-show default', as: 'jtopjian' },
  `usage ${past}`,
  `usage-list ${past}`,
  'usage --start 2026-02-30',
  'usage --end yesterday',
  { run: 'usage-list', as: 'jtopjian' },
]);

sideBySide(cloud, nova18, [
  { run: `console-log ${devstack}`, finds: 'LAST LINE' },
  { run: 'console-log --length 1 devstack', as: 'jtopjian' },
  { run: `console-log ${devstack}`, as: 'anne' },
  `console-log ${unknown}`,
  `get-password ${devstack}`,
  { run: `interface-list ${devstack}`, finds: 'fa:16:3e' },
  ...at(['2.1'], `interface-list ${devstack}`),
  { run: `list-secgroup ${devstack}`, finds: 'default' },
  { run: `volume-attachments ${wiki}`, finds: '/dev/' },
  ...at(['2.1', '2.70', '2.79', '2.88'], `volume-attachments ${wiki}`),
  { run: 'server-tag-list web01', as: 'jtopjian', finds: 'prod' },
  { run: `--os-compute-api-version 2.25 server-tag-list ${devstack}`, stderr: tooOld },
  `server-topology ${devstack}`,
  { run: `--os-compute-api-version 2.77 server-topology ${devstack}`, stderr: tooOld },
  `server-migration-list ${devstack}`,
  `server-migration-show ${devstack} 1`,
  { run: `instance-action-list ${failed}`, finds: 'create' },
  ...at(['2.1', '2.57', '2.58'], `instance-action-list ${failed}`),
  `instance-action-list ${unknown}`,
  'instance-action-list nope',
  ...at(['2.20'], 'instance-action-list nope'),
  `instance-action-list --changes-since yesterday ${devstack}`,
  `instance-action ${devstack} req-nope`,
  'migration-list',
  ...at(['2.1', '2.23', '2.59'], 'migration-list'),
  'migration-list --changes-before x',
  'aggregate-list',
  'aggregate-show nope',
  'server-group-list --all-projects',
  'server-group-get nope',
  `get-vnc-console ${devstack} nonsense`,
  `get-spice-console ${devstack} spice-html5`,
  `get-serial-console --console-type tty ${devstack}`,
  { run: `get-vnc-console ${devstack} novnc`, as: 'anne' },
]);
