/**
 * The read commands of nova through an Identity v2.0 login: today's against novaclient 18.1, those that later clients
 * dropped, for members and where they are mistyped, against novaclient 7.1 and 6.0.
 */
import { nova18, nova602, nova712, pike } from './clouds.js';
import { notThere, sideBySide } from './side-by-side.js';

const cloud = await pike();
const devstack = '{server:jtopjian/devstack}';
const clock = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g;

sideBySide(cloud, nova18, [
  { run: 'aggregate-show ssd', finds: "'note=x y', 'ssd=true'" },
  { run: 'availability-zone-list', moves: clock, finds: 'compute01' },
  { run: 'flavor-list --all', finds: 'lab.private' },
  { run: 'flavor-access-list --flavor lab.private', finds: 'Tenant_ID' },
  { run: 'hypervisor-list', finds: 'compute01' },
  { run: 'hypervisor-servers comp', finds: 'instance-' },
  { run: 'instance-action-list devstack', as: 'jtopjian', finds: 'create' },
  { run: `interface-list ${devstack}`, finds: 'fa:16:3e' },
  { run: 'keypair-list', as: 'jtopjian', finds: 'Fingerprint' },
  { run: 'limits', as: 'jtopjian' },
  { run: 'quota-show --tenant {project:jtopjian}', finds: 'instances' },
  { run: 'server-group-list --all-projects' },
  { run: 'service-list', moves: clock, finds: 'compute04' },
  { run: 'service-list', as: 'anne' },
  { run: 'usage-list --start 2020-01-01 --end 2020-02-01' },
  { run: 'version-list' },
]);

const missing = {
  is: /error: the following arguments are required: <\w+>\n/,
  because: "Python 2 says 'too few arguments', Python 3 which",
};
sideBySide(cloud, nova712, [
  'image-list --limit many',
  { run: 'image-show everett-golden', as: 'anne' },
  { run: 'image-list', as: 'anne' },
  { run: 'network-show', stderr: missing },
  { run: 'secgroup-list', as: 'anne', finds: 'default' },
  { run: 'secgroup-list --all-tenants', as: 'anne' },
  { run: 'secgroup-list-rules', stderr: missing },
  notThere('host-list --zone nowhere', 'availability zone', 'nowhere'),
  { run: 'host-describe compute01', as: 'anne' },
  { run: 'list-extensions', as: 'anne' },
  { run: 'floating-ip-pool-list', as: 'anne' },
]);

// The token differs from login to login: of it only the length is compared.
const token = /gAAAA[\w=-]+|\["[\w-]{22}"\]|\d{4}-\d\d-\d\dT[\d:.]+Z/g;
sideBySide(cloud, nova602, [
  { run: 'credentials --wrap 0', moves: token, finds: 'audit_ids' },
  { run: 'credentials --wrap 0', as: 'jtopjian', moves: token, finds: 'jtopjian' },
  'credentials --wrap x',
  { run: 'endpoints', as: 'jtopjian', finds: 'RegionOne' },
  { run: 'aggregate-details ssd', finds: 'ssd=true' },
  { run: 'aggregate-details ssd', as: 'anne' },
  'aggregate-details nope',
  'absolute-limits --tenant',
]);
