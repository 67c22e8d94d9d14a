/** Which servers `nova list` shows over Identity v3, in which order and how many, against python-novaclient 18.1. */
import { nova18, zed } from './clouds.js';
import { type Case, notThere, sideBySide } from './side-by-side.js';

const cloud = await zed();

/** The peer is asked for the same server by its name. */
function byFloatingAddress(server: string): Case {
  const name = server.replace(/^.*\//, '');
  const because = "the server's filter knows fixed addresses only; ours finds floating ones as well";
  return {
    run: `list --all-tenants --ip {floating:${server}}$`,
    finds: name,
    peer: { run: `list --all-tenants --name ^${name}$`, because },
  };
}

const old = '--os-compute-api-version 2.1';

// What is listed.
sideBySide(cloud, nova18, [
  { run: 'list --all-tenants --name web', finds: 'web02' },
  { run: "list --all-tenants --name '^web0[12]$'", finds: 'web02' },
  { run: "list --all-tenants --name 'puppet master'", finds: 'puppet master' },
  { run: 'list --all-tenants --name café', finds: '東京' },
  'list --name nothing-of-this-name',
  'list --all-tenants --name nothing-of-this-name',
  { run: "list --name '['" },
  { run: 'list --all-tenants --status ERROR', finds: 'cern-batch-02' },
  { run: 'list --all-tenants --status error', finds: 'cern-batch-02' },
  { run: 'list --all-tenants --status SHUTOFF', finds: 'lorin-notes' },
  'list --all-tenants --status NOSUCH',
  { run: 'list --status NOSUCH', as: 'anne' },
  { run: 'list --all-tenants --host compute02', finds: 'Name' },
  notThere('list --all-tenants --host nosuch', 'host', 'nosuch'),
  { run: 'list --host compute02', as: 'jtopjian' },
  { run: 'list --all-tenants --flavor m1.large', finds: 'devstack' },
  { run: 'list --all-tenants --flavor 4', finds: 'devstack' },
  'list --all-tenants --flavor m1.nosuch',
  { run: 'list --all-tenants --image centos-stream-9', finds: 'grid-head' },
  { run: 'list --all-tenants --image {image:centos-stream-9}', finds: 'grid-head' },
  'list --all-tenants --image nosuch',
  {
    run: 'list --all-tenants --image 00000000-0000-4000-8000-000000000000',
    stderr: {
      is: /^ERROR \(CommandError\): No [Ii]mage [^<>]*00000000-0000-4000-8000-000000000000[^<>]*\n/,
      because: "the classic client prints the image service's HTML",
    },
  },
  { run: 'list --tenant {project:jtopjian}', finds: 'web01' },
  {
    run: 'list --tenant jtopjian',
    finds: 'web01',
    peer: {
      run: 'list --tenant {project:jtopjian}',
      because: 'the classic client takes ids only; ours takes a name as well',
    },
  },
  notThere('list --tenant nosuch', 'project', 'nosuch'),
  'list --tenant 0123456789abcdef0123456789abcdef',
  'list --tenant',
  { run: 'list --all-tenants 0 --tenant {project:anne}', finds: 'wiki' },
  { run: 'list --tenant {project:anne}', as: 'jtopjian' },
  { run: 'list --all-tenants --user {user:anne}', finds: 'wiki' },
  { run: 'list --user {user:anne}' },
  notThere('list --user nosuch', 'user', 'nosuch'),
  'list --all-tenants --user',
  { run: 'list --all-tenants --ip 10.1.1', finds: 'db01' },
  'list --all-tenants --ip 192.0.2.1',
  byFloatingAddress('admin/bastion'),
  byFloatingAddress('jtopjian/web01'),
  'list --all-tenants --ip6 fe80',
  'list --all-tenants --deleted',
  { run: 'list --deleted', as: 'adam' },
  'list --all-tenants --reservation-id r-nosuch',
  { run: 'list --all-tenants --availability-zone nova', finds: 'devstack' },
  notThere('list --all-tenants --availability-zone nosuch', 'availability zone', 'nosuch'),
  { run: 'list --all-tenants --key-name anne-key', finds: 'wiki' },
  'list --key-name nosuch',
  { run: 'list --all-tenants --config-drive' },
  'list --all-tenants --no-config-drive',
  'list --config-drive --no-config-drive',
  { run: 'list --all-tenants --progress 0' },
  'list --all-tenants --progress 100',
  'list --all-tenants --progress much',
  { run: 'list --all-tenants --vm-state paused', finds: 'jenkins' },
  'list --all-tenants --vm-state nosuch',
  'list --all-tenants --task-state rebooting',
  { run: 'list --all-tenants --power-state 1', finds: 'devstack' },
  'list --all-tenants --power-state 4',
  'list --all-tenants --power-state Running',
  { run: 'list --all-tenants --locked true', finds: 'db01' },
  'list --all-tenants --locked false',
  'list --all-tenants --locked maybe',
  { run: 'list --all-tenants --tags web', finds: 'web02' },
  { run: 'list --all-tenants --tags web,prod', finds: 'web01' },
  { run: 'list --all-tenants --tags-any web,prod', finds: 'web02' },
  'list --all-tenants --not-tags web,prod',
  'list --all-tenants --not-tags-any web,prod',
  'list --tags nosuch',
  { run: 'list --all-tenants --changes-since 2020-01-01T00:00:00Z', finds: 'Updated' },
  { run: 'list --all-tenants --changes-since 2020-01-01', finds: 'Updated' },
  'list --changes-since 2099-01-01T00:00:00Z',
  'list --changes-since yesterday',
  { run: 'list --all-tenants --changes-before 2099-01-01T00:00:00Z', finds: 'Updated' },
  'list --changes-before 2020-01-01T00:00:00Z',
  'list --changes-before never',
  `${old} list --changes-before 2020-01-01T00:00:00Z`,
  `${old} list --tags web`,
  `${old} list --locked true`,
  { run: 'list --all-tenants --status ACTIVE --flavor m1.tiny --ip 10.1.1', finds: 'everett-sandbox1' },
]);

// In which order, and how many.
sideBySide(cloud, nova18, [
  'list --all-tenants --sort display_name',
  'list --all-tenants --sort display_name:asc',
  'list --all-tenants --sort display_name:desc',
  'list --all-tenants --sort vm_state:asc,display_name:desc',
  'list --all-tenants --sort created_at',
  'list --all-tenants --sort uuid:asc',
  'list --sort display_name:sideways',
  {
    run: 'list --sort nosuch',
    stderr: {
      is: /^ERROR \(BadRequest\): Invalid input for query parameters sort_key\. Value: nosuch/,
      because: 'the server lists its sort keys in another order in each of its processes',
    },
  },
  'list --sort host:asc',
  'list --minimal --sort display_name:asc',
  'list --sort display_name --fields name,status',
  { run: 'list --sort host', as: 'anne' },
  'list --all-tenants --limit 5',
  'list --all-tenants --limit 0',
  'list --all-tenants --limit -1',
  'list --all-tenants --limit -2',
  'list --all-tenants --limit 5000',
  'list --limit five',
  'list --limit 1 --sort display_name:asc',
  { run: 'list --all-tenants --marker {server:jtopjian/devstack}' },
  { run: 'list --all-tenants --marker {server:jtopjian/devstack} --limit 3' },
  { run: 'list --all-tenants --marker {server:jtopjian/devstack} --limit 3 --sort display_name:asc' },
  'list --marker 00000000-0000-4000-8000-000000000000',
  'list --marker nonsense',
]);
