/**
 * The read commands of nova over Identity v3 that need something to find (aggregates, server groups, migrations, a
 * flavor for one project) or that show what changes while one looks, and who is not allowed to, against novaclient 18.1.
 */
import { nova18, zed } from './clouds.js';
import { type Case, notThere, sideBySide } from './side-by-side.js';

const cloud = await zed();

const devstack = '{server:jtopjian/devstack}';
const failed = '{server:tom/cern-batch-02}';
const unknown = '00000000-0000-4000-8000-000000000000';
const clock = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g;
const hours = /\d+\.\d\d/g;
const day = (away: number): string => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);
const running = `--start ${day(-300)} --end ${day(2)}`;

const at = (versions: readonly string[], run: string): Case[] =>
  versions.map((version) => ({ run: `--os-compute-api-version ${version} ${run}` }));

const noAgents = {
  is: /^This command has been deprecated since .*\nERROR \(CommandError\): This cloud's compute service has no agents: .*\n$/,
  because: 'the peer repeats that the resource is gone, ours says of what',
};
const byName = 'from 2.53 on the classic client takes a UUID only; ours takes a name as well';

// What an admin keeps.
sideBySide(cloud, nova18, [
  { run: 'agent-list', stderr: noAgents },
  { run: 'agent-list --hypervisor xen', stderr: noAgents },
  { run: 'aggregate-list', finds: 'Rack 2' },
  { run: 'aggregate-list', as: 'jtopjian' },
  { run: 'aggregate-show ssd', finds: "'note=x y', 'ssd=true'" },
  { run: "aggregate-show 'Rack 2'", finds: 'Rack 2' },
  { run: 'aggregate-show ssd', as: 'jtopjian' },
  'aggregate-show 999',
  'aggregate-show',
  ...at(['2.1', '2.40', '2.41'], 'aggregate-list'),
  ...at(['2.1'], 'aggregate-show ssd'),
  { run: 'availability-zone-list', moves: clock, finds: '| |- nova-compute' },
  { run: 'availability-zone-list', as: 'jtopjian', finds: 'available' },
  { run: '--os-compute-api-version 2.1 availability-zone-list', moves: clock },
  'availability-zone-list x',
  { run: 'service-list', moves: clock, finds: 'disk replacement, ticket 4711' },
  { run: 'service-list --host compute01 --binary nova-compute', moves: clock, finds: 'compute01' },
  { run: '--os-compute-api-version 2.1 service-list', moves: clock },
  { run: '--os-compute-api-version 2.52 service-list --bin nova-conductor', moves: clock },
  notThere('service-list --host nope', 'host', 'nope'),
  'service-list --nonsense',
  { run: 'service-list', as: 'jtopjian' },
  { run: 'version-list', finds: 'SUPPORTED' },
  { run: 'version-list', as: 'jtopjian' },
  'instance-usage-audit-log',
  "instance-usage-audit-log --before '2020-01-01 02:30:00'",
  'instance-usage-audit-log --before nonsense',
  { run: 'instance-usage-audit-log', as: 'jtopjian' },
  { run: 'migration-list', finds: 'confirmed' },
  { run: 'migration-list --migration-type migration --status confirmed --host compute01', finds: 'confirmed' },
  notThere('migration-list --host nowhere', 'host', 'nowhere'),
  'migration-list --limit 1',
  'migration-list --marker nope',
  'migration-list --changes-since x',
  ...at(['2.65', '2.79'], 'migration-list'),
  { run: 'migration-list', as: 'jtopjian' },
]);

// Flavors and hypervisors.
sideBySide(cloud, nova18, [
  { run: 'flavor-list --all --extra-specs', finds: 'lab:purpose' },
  { run: 'flavor-list', as: 'jtopjian', finds: 'lab.private' },
  'flavor-list --limit -1',
  'flavor-list --limit x',
  'flavor-list --sort-key nonsense',
  { run: 'flavor-show lab.private', finds: 'lab:purpose' },
  { run: 'flavor-show lab', finds: 'lab.private' },
  ...at(['2.1', '2.60'], 'flavor-show lab.private'),
  { run: 'flavor-show lab.private', as: 'anne' },
  'flavor-show',
  { run: 'flavor-access-list --flavor lab.private', finds: 'Tenant_ID' },
  { run: 'flavor-access-list --flavor lab.private', as: 'jtopjian' },
  'flavor-access-list --flavor nope',
  { run: 'hypervisor-list --limit 2 --marker {hypervisor:compute01}' },
  'hypervisor-list --marker nope',
  'hypervisor-list --limit 0',
  { run: 'hypervisor-list --matching comp', as: 'jtopjian' },
  { run: 'hypervisor-show {hypervisor:compute01}', finds: 'fake' },
  { run: 'hypervisor-show --wrap 12 {hypervisor:compute04}' },
  { run: 'hypervisor-show compute01', peer: { run: 'hypervisor-show {hypervisor:compute01}', because: byName } },
  `hypervisor-show ${unknown}`,
  {
    run: 'hypervisor-show nope',
    stderr: { is: /^ERROR \(CommandError\): No hypervisor with a name or ID of 'nope' exists\.\n/, because: byName },
  },
  { run: 'hypervisor-show {hypervisor:compute01}', as: 'jtopjian' },
  ...at(['2.87'], 'hypervisor-show {hypervisor:compute01}'),
  { run: 'hypervisor-servers comp', finds: 'instance-' },
  'hypervisor-servers compute04',
  'hypervisor-servers nope',
  { run: 'hypervisor-servers comp', as: 'jtopjian' },
  'hypervisor-stats x',
  { run: '--os-compute-api-version 2.87 hypervisor-stats', as: 'jtopjian' },
  ...at(['2.52'], 'hypervisor-uptime compute01'),
  ...at(['2.87'], 'hypervisor-uptime {hypervisor:compute01}'),
  { run: 'hypervisor-uptime {hypervisor:compute01}' },
  { run: 'hypervisor-uptime {hypervisor:compute01}', as: 'jtopjian' },
]);

// Quotas, limits, usage, key pairs, groups: what each project has.
sideBySide(cloud, nova18, [
  { run: 'quota-show', as: 'jtopjian', finds: 'instances' },
  { run: 'quota-show --tenant {project:jtopjian} --user {user:jtopjian}', finds: 'instances' },
  { run: 'quota-show --detail', as: 'jtopjian' },
  notThere('quota-show --tenant nope', 'project', 'nope'),
  'quota-show --user',
  { run: 'quota-defaults --tenant {project:jtopjian}', finds: 'instances' },
  { run: 'quota-defaults', as: 'jtopjian' },
  notThere('quota-defaults --tenant nope', 'project', 'nope'),
  'quota-class-show',
  { run: 'quota-class-show nope', finds: 'instances' },
  { run: 'limits', as: 'jtopjian', finds: 'Cores' },
  { run: 'limits --tenant {project:jtopjian}', finds: 'Cores' },
  { run: 'limits --tenant {project:anne}', as: 'jtopjian' },
  notThere('limits --tenant nope', 'project', 'nope'),
  { run: `usage ${running} --tenant {project:jonathan}`, moves: hours, finds: 'RAM MiB-Hours' },
  { run: `usage ${running}`, as: 'jtopjian', moves: hours, finds: 'RAM MiB-Hours' },
  { run: `--os-compute-api-version 2.39 usage ${running}`, moves: hours },
  notThere(`usage ${running} --tenant nope`, 'project', 'nope'),
  `usage ${running} --tenant 0123456789abcdef0123456789abcdef`,
  { run: `usage ${running} --tenant {project:anne}`, as: 'jtopjian' },
  'usage --start 2026-11-23 --end 2026-11-01',
  { run: `usage-list ${running}`, moves: hours, finds: 'Tenant ID' },
  { run: 'usage-list', moves: hours, finds: 'Usage from' },
  { run: `--os-compute-api-version 2.39 usage-list ${running}`, moves: hours },
  'usage-list --end foo',
  { run: 'keypair-list', as: 'jtopjian', finds: 'jtopjian-key' },
  { run: 'keypair-list --user {user:jtopjian}', finds: 'jtopjian-key' },
  { run: 'keypair-list --user {user:anne}', as: 'jtopjian' },
  'keypair-list --marker nope',
  { run: 'keypair-show jtopjian-key --user {user:jtopjian}', finds: 'Public key: ' },
  { run: 'keypair-show admin-key --user {user:admin}', as: 'jtopjian' },
  { run: 'server-group-list --all-projects', finds: 'max_server_per_host' },
  { run: 'server-group-list --limit 1 --offset 1' },
  { run: 'server-group-list --all-projects', as: 'jtopjian', finds: 'together' },
  ...at(['2.1', '2.12', '2.13', '2.63'], 'server-group-list'),
  { run: 'server-group-get {group:spread}', finds: 'anti-affinity' },
  { run: 'server-group-get {group:together}', as: 'jtopjian', finds: 'affinity' },
  { run: 'server-group-get {group:spread}', as: 'jtopjian' },
  ...at(['2.1', '2.63'], 'server-group-get {group:spread}'),
]);

// What belongs to a server.
sideBySide(cloud, nova18, [
  { run: `instance-action ${devstack} '{request:jtopjian/devstack create}'`, finds: 'create' },
  { run: `instance-action devstack '{request:jtopjian/devstack create}'`, as: 'jtopjian', finds: 'create' },
  { run: `instance-action ${failed} '{request:tom/cern-batch-02 create}'`, finds: 'Error' },
  ...at(['2.1', '2.50', '2.62', '2.83'], `instance-action ${failed} '{request:tom/cern-batch-02 create}'`),
  { run: `instance-action ${devstack} '{request:jtopjian/devstack create}'`, as: 'anne' },
  'instance-action nope req-nope',
  // The newest one: a restarted cloud has rebooted its servers.
  { run: `instance-action-list --limit 1 ${devstack}`, finds: '| req-' },
  { run: 'instance-action-list {server:adam/adam-test}', finds: 'confirmResize' },
  { run: 'instance-action-list adam-test', as: 'adam', finds: 'migrate' },
  { run: `instance-action-list --changes-before 2016-03-04T06:27:59Z ${devstack}` },
  `instance-action-list --marker nope ${devstack}`,
  { run: `instance-action-list ${devstack}`, as: 'anne' },
  { run: 'server-migration-list {server:adam/adam-test}' },
  { run: `server-migration-list ${devstack}`, as: 'jtopjian' },
  'server-migration-list nope',
  'server-migration-show nope 1',
  { run: 'server-migration-show {server:adam/adam-test} 1' },
  { run: 'server-topology devstack', as: 'jtopjian' },
  { run: `server-topology ${devstack}`, as: 'anne' },
  { run: 'server-tag-list {server:jtopjian/web01}', finds: 'prod' },
  `server-tag-list ${unknown}`,
  { run: 'server-tag-list {server:jtopjian/web01}', as: 'anne' },
  { run: 'list-secgroup web01', as: 'jtopjian', finds: 'default' },
  { run: `list-secgroup ${devstack}`, as: 'anne' },
  `list-secgroup ${failed}`,
  { run: 'interface-list wiki', as: 'anne', finds: 'ACTIVE' },
  { run: `interface-list ${failed}` },
  { run: `interface-list ${devstack}`, as: 'anne' },
  'interface-list nope',
  { run: 'volume-attachments wiki', as: 'anne', finds: '/dev/' },
  { run: 'volume-attachments {server:anne/from-volume}', finds: '/dev/' },
  { run: 'volume-attachments wiki', as: 'jtopjian' },
  `console-log --length x ${devstack}`,
  'console-log',
  'get-password nope',
  { run: 'get-password devstack', as: 'jtopjian' },
  { run: `get-password ${devstack}`, as: 'anne' },
  { run: `get-vnc-console ${devstack} novnc`, moves: /token%3D[0-9a-f-]{36}/g, finds: 'novnc' },
  { run: 'get-vnc-console devstack novnc', as: 'jtopjian', moves: /token%3D[0-9a-f-]{36}/g },
  { run: `--os-compute-api-version 2.5 get-vnc-console ${devstack} novnc`, moves: /token%3D[0-9a-f-]{36}/g },
  `get-vnc-console ${devstack}`,
  'get-vnc-console nope novnc',
  { run: `get-spice-console ${devstack} spice-html5`, moves: /token=[0-9a-f-]{36}/g },
  `get-rdp-console ${devstack} rdp-html5`,
  { run: `get-rdp-console ${devstack} rdp-html5`, as: 'anne' },
  `get-serial-console ${devstack}`,
  { run: `get-serial-console ${devstack}`, as: 'anne' },
  `get-mks-console ${devstack}`,
  { run: `get-mks-console ${devstack}`, as: 'anne' },
]);
