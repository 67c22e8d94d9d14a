/** `nova list`, `show` and `diagnostics` through an Identity v2.0 login, against python-novaclient 18.1 and 2.17. */
import { nova18, nova217, pike } from './clouds.js';
import type { Env } from './processes.js';
import { sideBySide } from './side-by-side.js';

const cloud = await pike();

const devstack = '{server:jtopjian/devstack}';
const failed = '{server:tom/cern-batch-02}';
const unknown = '00000000-0000-4000-8000-000000000000';
const adminId = cloud.ids.get('project:admin');
const nobody: Env = Object.fromEntries(Object.keys(cloud.env).map((name) => [name, undefined]));
const options = '--os-auth-url http://127.0.0.1:15000/v2.0 --os-username admin --os-password oslab-secret';

// The compute service behind this login gives pages of 20. Asked for no limit, the classic client stops there.
const everyPage = {
  run: 'list --all-tenants --limit -1',
  because: 'ours follows the next links without being asked to',
};

sideBySide(cloud, nova18, [
  { run: 'list', finds: 'bastion' },
  { run: 'list', as: 'anne', finds: '東京' },
  { run: 'list --all-tenants', peer: everyPage, finds: 'devstack' },
  { run: 'list --all-tenants --limit 5' },
  { run: 'list --all-tenants --limit -1', finds: 'devstack' },
  { run: 'list --all-tenants --name web', finds: 'web02' },
  { run: 'list --all-tenants --status ERROR', finds: 'cern-batch-02' },
  { run: 'list --all-tenants --host compute02 --limit -1' },
  { run: 'list --all-tenants --flavor m1.large', finds: 'devstack' },
  { run: 'list --all-tenants --image centos-stream-9', finds: 'grid-head' },
  { run: 'list --all-tenants --minimal --limit -1', finds: 'devstack' },
  { run: 'list --all-tenants --limit -1 --fields name,flavor,image,host', finds: 'compute02' },
  { run: 'list --all-tenants --limit -1 --sort display_name:asc' },
  { run: 'list --tenant {project:anne}', finds: 'wiki' },
  'list --all-tenants --marker nonsense',
  'list --name nothing-of-this-name',
  'list --fields nonsense',
  { run: 'list --all-tenants', as: 'anne' },
  { run: `show ${devstack}`, finds: 'm1.large (4)' },
  { run: 'show bastion', finds: 'm1.small (2)' },
  { run: 'show café-東京', as: 'anne', finds: '東京' },
  { run: 'show from-volume', as: 'anne', finds: 'Attempt to boot from volume' },
  { run: `show --minimal ${devstack}` },
  { run: `show --wrap 40 ${devstack}` },
  { run: `show ${failed}`, finds: 'No valid host' },
  `show ${unknown}`,
  'show nothing-of-this-name',
  { run: 'show twin', hint: new RegExp(cloud.ids.get('server:admin/twin') ?? 'no twin') },
  { run: `diagnostics ${devstack}`, finds: 'vda_read' },
  { run: `diagnostics ${failed}` },
  { run: 'diagnostics {server:lorin/lorin-notes}' },
  { run: `diagnostics ${devstack}`, as: 'jtopjian' },
  `diagnostics ${unknown}`,
]);

// Logins.
sideBySide(cloud, nova18, [
  { run: `${options} --os-tenant-name admin list`, env: nobody, finds: 'bastion' },
  { run: `${options} --os-tenant-id {project:admin} list`, env: nobody, finds: 'bastion' },
  { run: 'list', env: { OS_TENANT_NAME: undefined, OS_TENANT_ID: adminId }, finds: 'bastion' },
  { run: 'list', env: { OS_TENANT_NAME: undefined, OS_PROJECT_NAME: 'admin' }, finds: 'bastion' },
  { run: 'list', env: { OS_AUTH_URL: 'http://127.0.0.1:15000/v2.0/' } },
  { run: 'list', env: { OS_AUTH_URL: 'http://127.0.0.1:15000' } },
  { run: 'list', env: { OS_AUTH_URL: 'http://127.0.0.1:15000/v3' } },
  { run: 'list', env: { OS_REGION_NAME: undefined } },
  { run: '--os-endpoint-type internalURL list' },
  { run: '--os-endpoint-type adminURL list' },
  { run: 'list', env: { OS_PASSWORD: 'wrong' } },
  { run: 'list', env: { OS_TENANT_NAME: 'nosuch' } },
  { run: 'list', env: { OS_TENANT_NAME: undefined } },
  { run: 'list', env: { OS_USERNAME: undefined } },
  { run: 'list', env: { OS_REGION_NAME: 'Nowhere' } },
  { run: 'list', env: { OS_REGION_NAME: 'RegionTwo' } },
]);

// The client of the time. Its tables have the columns of today's, but for `Tenant ID` with --all-tenants. Python 2 prints
// a server's networks and the parts of a fault in the order of a hash table: such servers are left out. Its errors are
// worded otherwise, and those of the last release are ours.
sideBySide(cloud, nova217, [
  { run: 'list', as: 'jtopjian', finds: 'web01' },
  { run: 'list', as: 'tom', finds: 'cern-batch-02' },
  { run: 'list --name bas', finds: 'bastion' },
  { run: 'list --minimal', finds: 'bastion' },
  { run: 'list --fields name,status', finds: 'Status' },
  { run: 'list --fields name,flavor,key_name', as: 'jtopjian', finds: 'Key Name' },
  { run: 'list --all-tenants 0 --name bas', finds: 'bastion' },
  { run: 'list --status ACTIVE', as: 'tom', finds: 'cern-batch-01' },
  { run: 'list --status NOSUCH', as: 'anne' },
  { run: `show ${devstack}`, finds: 'm1.large (4)' },
  { run: 'show web02', as: 'jtopjian', finds: 'web02' },
  { run: 'show db01', as: 'jtopjian', finds: 'volumes_attached' },
  {
    run: 'show nothing-of-this-name',
    stderr: {
      is: /^ERROR \(CommandError\): No server with a name or ID of 'nothing-of-this-name' exists\.\n/,
      because: 'worded as in the last release',
    },
  },
  { run: `diagnostics ${devstack}`, finds: 'vda_read' },
  { run: 'diagnostics bastion', finds: 'vda_read' },
]);
