/** Commands that change flavors, key pairs, aggregates, groups, quotas, services and hosts, against novaclient 18.1. */
import { computeOf, nova18, zed } from './clouds.js';
import { sideBySide } from './side-by-side.js';
import { type Api, twins } from './twins.js';

const cloud = await zed();

/** Those of a list that have the name, without the ids that are numbers. */
const named = (path: string, key: string) => async (api: Api, name: string) =>
  ((await api.ask('GET', path)).body[key] as { name: string; id: unknown }[])
    .filter((one) => one.name.includes(name))
    .map(({ id, ...one }) => one);

const removeNamed = (path: string, key: string) => async (api: Api, name: string) => {
  const all = (await api.ask('GET', path)).body[key] as { name: string; id: string }[];
  for (const one of all.filter((other) => other.name.includes(name))) {
    await api.ask('DELETE', `${path.replace(/\/detail.*|\?.*/, '')}/${encodeURIComponent(one.id)}`);
  }
};

const flavorsPath = '/flavors/detail?is_public=None';

twins(cloud, nova18, computeOf, [
  {
    title: 'a flavor',
    state: named(flavorsPath, 'flavors'),
    clean: removeNamed(flavorsPath, 'flavors'),
    steps: [
      "flavor-create {twin} '{twin} id' 512 1 1 --is-public false --swap 5 --ephemeral 2 --rxtx-factor 1.5 --description 'for tests'",
      "flavor-create {twin} '{twin} id' 512 1 1",
      "flavor-create '{twin} more' auto 64 0 2",
      'flavor-create x y z 1 1',
      'flavor-create x y 1 z 1',
      'flavor-create x y 1 1 z',
      'flavor-create x y 1 1 1 --swap z',
      'flavor-create x y 1 1 1 --ephemeral z',
      'flavor-create x y 1 1 1 --rxtx-factor z',
      'flavor-create x y 1 1 1 --is-public z',
      'flavor-create x y 0 1 1',
      'flavor-key {twin} set hw:cpu_policy=dedicated quota:x=1',
      'flavor-key {twin} set a/b=1',
      'flavor-key {twin} unset hw:cpu_policy quota:x nosuch',
      'flavor-key {twin} unset quota:x',
      'flavor-key {twin} swap a=b',
      'flavor-access-add {twin} {project:anne}',
      'flavor-access-add {twin} {project:anne}',
      'flavor-access-add m1.tiny {project:anne}',
      'flavor-access-remove {twin} {project:anne}',
      { run: 'flavor-access-remove {twin} {project:anne}', moves: /(?<=for )\d+/g },
      "flavor-update '{twin} id' 'another text'",
      'flavor-update {twin} ""',
      { run: 'flavor-delete {twin}', as: 'anne' },
      'flavor-delete {twin}',
      'flavor-delete {twin}',
    ],
  },
  {
    title: 'a key pair',
    state: async (api, name) => (await api.ask('GET', `/os-keypairs/${encodeURIComponent(name)}`)).body.keypair?.type,
    clean: (api, name) => api.ask('DELETE', `/os-keypairs/${encodeURIComponent(name)}`),
    steps: [
      'keypair-add {twin}',
      'keypair-add {twin} --pub-key nosuch-file',
      'keypair-add {twin} --pub-key /etc',
      { run: '--os-compute-api-version 2.91 keypair-add {twin}', moves: /[A-Za-z0-9+/=]{20,}/g },
      { run: '--os-compute-api-version 2.91 keypair-add {twin}', moves: /[A-Za-z0-9+/=]{20,}/g },
      'keypair-delete {twin} --user {user:anne}',
      'keypair-delete {twin}',
      'keypair-delete {twin}',
      '--os-compute-api-version 2.1 keypair-delete {twin}',
      '--os-compute-api-version 2.9 keypair-add {twin} --user x',
    ],
  },
  {
    title: 'an aggregate',
    state: named('/os-aggregates', 'aggregates'),
    clean: removeNamed('/os-aggregates', 'aggregates'),
    steps: [
      { run: 'aggregate-create {twin}', moves: /(?<=^\| )\d+/gm },
      'aggregate-create {twin}',
      'aggregate-create x/y zone:1',
      { run: 'aggregate-update {twin}', moves: /\d+/g },
      { run: "aggregate-update {twin} --name '{twin} b'", moves: /(?<=^\| |Aggregate )\d+/gm },
      { run: "aggregate-update '{twin} b' --name {twin}", moves: /(?<=^\| |Aggregate )\d+/gm },
      { run: 'aggregate-set-metadata {twin} ssd=true rack=2', moves: /(?<=^\| |aggregate )\d+/gm },
      'aggregate-set-metadata {twin} ssd=true',
      'aggregate-set-metadata {twin} nosuch',
      { run: 'aggregate-set-metadata {twin} rack', moves: /(?<=^\| |aggregate )\d+/gm },
      { run: 'aggregate-add-host {twin} compute02', moves: /(?<=^\| |aggregate )\d+/gm },
      { run: 'aggregate-add-host {twin} compute02', moves: /(?<=aggregate )\d+/gm },
      { run: 'aggregate-add-host {twin} nosuch', moves: /(?<=aggregate )\d+/gm },
      'aggregate-cache-images {twin} nosuch-image',
      'aggregate-cache-images {twin} {image:cirros-0.6.1-x86_64-disk}',
      { run: 'aggregate-delete {twin}', moves: /(?<=aggregate )\d+/gm },
      { run: 'aggregate-remove-host {twin} compute02', moves: /(?<=^\| |aggregate )\d+/gm },
      { run: 'aggregate-remove-host {twin} compute02', moves: /(?<=aggregate )\d+/gm },
      { run: 'aggregate-delete {twin}', moves: /(?<=Aggregate )\d+/gm },
      'aggregate-delete {twin}',
      'aggregate-show {twin}',
    ],
  },
  {
    title: 'a server group',
    state: named('/os-server-groups', 'server_groups'),
    id: async (api, name) => {
      const { server_groups: groups } = (await api.ask('GET', '/os-server-groups')).body;
      return groups.find((one: { name: string }) => one.name === name)?.id ?? '';
    },
    clean: removeNamed('/os-server-groups', 'server_groups'),
    steps: [
      'server-group-create {twin} anti-affinity --rule max_server_per_host=3',
      "server-group-create '{twin} b' affinity",
      'server-group-create {twin} nosuch-policy',
      'server-group-create {twin} anti-affinity --rule max_server_per_host=z',
      'server-group-create {twin} anti-affinity --rule nonsense',
      "--os-compute-api-version 2.63 server-group-create '{twin} c' soft-affinity",
      {
        run: 'server-group-delete {id} nosuch-group',
        code: { is: 1, because: 'the peer ends with 0 if any group was deleted, whatever became of the others' },
      },
      'server-group-delete nosuch-group 00000000-0000-4000-8000-000000000000',
      'server-group-delete',
    ],
  },
]);

// Nothing is changed by these: both may have the same words.
sideBySide(cloud, nova18, [
  'quota-update {project:anne} --cores nonsense',
  'quota-update {project:anne}',
  {
    run: 'quota-update nosuch-project --cores 21',
    stderr: { is: /No project with a name or ID of 'nosuch-project' exists\./, because: 'names are taken, too' },
  },
  { run: 'quota-update {project:anne} --cores 21', as: 'anne' },
  'quota-update {project:anne} --cores -2',
  'quota-update {project:anne} --floating-ips 5',
  'quota-delete',
  { run: 'quota-delete --tenant {project:anne}', as: 'anne' },
  'quota-class-update nosuch-class',
  'quota-class-update default --cores -2',
  'service-enable nosuch',
  'service-enable 00000000-0000-4000-8000-000000000000',
  'service-disable 00000000-0000-4000-8000-000000000000 --reason test',
  'service-force-down 00000000-0000-4000-8000-000000000000 --unset',
  'service-delete 00000000-0000-4000-8000-000000000000',
  '--os-compute-api-version 2.52 service-disable nosuch-host --reason test',
  '--os-compute-api-version 2.52 service-enable nosuch-host',
  '--os-compute-api-version 2.52 service-force-down nosuch-host',
  'host-evacuate nosuch-host',
  'host-evacuate --strict compute',
  'host-evacuate-live nosuch-host --max-servers 1',
  'host-servers-migrate --strict nosuch-host',
  'host-meta nosuch-host set a=b',
  'host-meta --strict compute delete a',
]);
