/** What keystone changes over Identity v2.0, against python-keystoneclient 2.3.2. */
import { keystone232, keystoneOf, pike } from './clouds.js';
import { type Case, sideBySide } from './side-by-side.js';
import { type Api, twins } from './twins.js';

const cloud = await pike();

// A role that is there stays there.
sideBySide(cloud, keystone232, [
  'user-role-add --user adam --role _member_ --tenant nosuch',
  'user-role-add --user nosuch --role _member_ --tenant adam',
  'user-role-add --user adam --role nosuch --tenant adam',
  'user-role-add --user_id nosuch --role-id nosuch',
  'user-role-add --user adam extra --role _member_',
  { run: 'user-role-add --user adam --role _member_ --tenant adam', as: 'anne' },
  'user-create',
  'tenant-create',
  'role-create',
  'service-create --name x',
  'endpoint-create --service keystone',
  'endpoint-create --service nosuch --publicurl http://x',
  'user-delete nosuch',
  'tenant-delete nosuch',
  'role-delete nosuch',
  'service-delete nosuch',
  'user-role-remove --user adam --role nosuch --tenant adam',
  'user-update nosuch --name x',
  'user-update nosuch',
  'tenant-update nosuch',
  'user-password-update nosuch --pass x',
  'ec2-credentials-delete',
  'bootstrap',
  { run: 'user-create --name x', as: 'anne' },
  { run: 'tenant-create --name x', as: 'anne' },
]);

const exits = { is: 1, because: 'what failed does not end with 0' } as const;

/** A list's items of the name, without what the service makes up. */
const named = (path: string, key: string) => async (api: Api, name: string) =>
  ((await api.ask('GET', path)).body[key] as { id: string; name?: string | null }[])
    .filter((one) => one.name?.includes(name))
    .map(({ id, ...one }) => one);

const removeNamed = (path: string, key: string) => async (api: Api, name: string) => {
  for (const one of (await api.ask('GET', path)).body[key] as { id: string; name?: string | null }[])
    if (one.name?.includes(name)) await api.ask('DELETE', `${path}/${one.id}`);
};

/** Does this password let the user in? */
const login = async (api: Api, username: string, password: string) =>
  (await api.ask('POST', '/tokens', { auth: { passwordCredentials: { username, password } } })).status;

const fails: Case = { run: 'endpoint-delete nosuch', code: exits };

twins(cloud, keystone232, keystoneOf, [
  {
    title: 'a user',
    state: async (api, name) => [
      await named('/users', 'users')(api, name),
      await login(api, name, 'one'),
      await login(api, name, 'two'),
      await login(api, name, 'three'),
    ],
    clean: removeNamed('/users', 'users'),
    steps: [
      "user-create --name {twin} --pass one --email 'a b@example.org' --tenant adam",
      'user-create --name {twin} --pass one',
      "user-create --name '{twin} off' --enabled nonsense",
      "user-create --name '{twin} of a tenant' --tenant-id {project:adam} --enabled yes --pass",
      "user-create --name '{twin} lost' --tenant nosuch",
      'user-get {twin}',
      'user-update {twin}',
      'user-update {twin} --email c@example.org',
      'user-update {twin} --enabled false',
      'user-update {twin} --enabled true --email ""',
      { run: 'user-update {twin} --name admin', code: exits },
      'user-password-update {twin} --pass two',
      { run: 'user-password-update {twin} --pass three', as: 'anne' },
      {
        run: 'user-password-update {twin}',
        stderr: {
          is: /^Please specify password using the --pass option or using the prompt\n$/,
          because: 'no empty line',
        },
      },
      'user-role-add --user {twin} --role _member_ --tenant anne',
      'user-role-add --user {twin} --role _member_ --tenant anne',
      'user-role-list --user {twin} --tenant anne',
      'user-role-remove --user {twin} --role _member_ --tenant anne',
      'user-role-remove --user {twin} --role _member_ --tenant anne',
      'user-role-remove --user {twin} --role _member_',
      { run: 'user-delete {twin}', as: 'anne' },
      'user-delete {twin}',
      'user-delete {twin}',
    ],
  },
  {
    title: 'a tenant',
    state: named('/tenants', 'tenants'),
    clean: removeNamed('/tenants', 'tenants'),
    steps: [
      "tenant-create --name {twin} --description 'for tests' --enabled false",
      'tenant-create --name {twin}',
      "tenant-create --name '{twin} more'",
      'tenant-update {twin}',
      'tenant-update {twin} --enabled true',
      "tenant-update {twin} --description 'another text'",
      "tenant-update '{twin} more' --name '{twin} then' --description ''",
      {
        run: 'tenant-update {twin} --name admin',
        stderr: { is: /^Conflict occurred attempting to store project/, because: 'the classic client hides why' },
        code: exits,
      },
      'tenant-get {twin}',
      { run: 'tenant-delete {twin}', as: 'anne' },
      'tenant-delete {twin}',
      'tenant-delete {twin}',
    ],
  },
  {
    title: 'a role',
    state: named('/OS-KSADM/roles', 'roles'),
    clean: removeNamed('/OS-KSADM/roles', 'roles'),
    steps: ['role-create --name {twin}', 'role-create --name {twin}', 'role-delete {twin}', 'role-delete {twin}'],
  },
  {
    title: 'a service and its endpoints',
    state: async (api, name) => [
      await named('/OS-KSADM/services', 'OS-KSADM:services')(api, name),
      ((await api.ask('GET', '/endpoints')).body.endpoints as { publicurl: string; id: string; service_id: string }[])
        .filter(({ publicurl }) => publicurl.includes(encodeURIComponent(name)))
        .map(({ id, service_id, ...one }) => one),
    ],
    clean: removeNamed('/OS-KSADM/services', 'OS-KSADM:services'),
    steps: [
      "service-create --type tests --name {twin} --description 'for tests'",
      "service-create --type tests --name '{twin} plain'",
      "endpoint-create --service {twin} --publicurl 'http://h/{twin}' --region R --adminurl http://h/a --internalurl http://h/i",
      "endpoint-create --service '{twin} plain' --publicurl 'http://h/{twin}'",
      fails,
      { run: 'endpoint-delete nosuch', as: 'anne', code: exits },
      'service-get {twin}',
      'service-delete {twin}',
      'service-delete {twin}',
    ],
  },
  {
    title: 'keys for the EC2 API',
    state: named('/users', 'users'),
    clean: removeNamed('/users', 'users'),
    steps: [
      'user-create --name {twin} --pass one --tenant adam',
      'user-role-add --user {twin} --role _member_ --tenant adam',
      { run: 'ec2-credentials-create', env: twin('one') },
      { run: 'ec2-credentials-create --tenant-id {project:admin}', env: twin('one') },
      { run: 'ec2-credentials-list', env: twin('one') },
      { run: 'ec2-credentials-delete --access nosuch', code: exits },
      { run: 'ec2-credentials-delete --access nosuch', env: twin('one'), code: exits },
      'user-delete {twin}',
    ],
  },
  {
    title: "a password of one's own",
    state: async (api, name) => [await login(api, name, 'one'), await login(api, name, 'two')],
    clean: removeNamed('/users', 'users'),
    steps: [
      'user-create --name {twin} --pass one --tenant adam',
      'user-role-add --user {twin} --role _member_ --tenant adam',
      {
        run: 'password-update --current-password wrong --new-password two',
        env: twin('one'),
        stderr: {
          is: /^The request you have made requires authentication\. \(HTTP 401\)/,
          because: "the service's words",
        },
      },
      { run: 'password-update --new-password two', env: twin('one') },
      { run: 'tenant-list', env: twin('one') },
      { run: 'password-update --current-password two --new-password one', env: twin('two') },
      'user-delete {twin}',
    ],
  },
  {
    title: 'a first user',
    state: async (api, name) => [await named('/users', 'users')(api, name), await login(api, name, 'one')],
    clean: async (api, name) => {
      for (const [path, key] of [
        ['/users', 'users'],
        ['/tenants', 'tenants'],
        ['/OS-KSADM/roles', 'roles'],
      ] as const)
        await removeNamed(path, key)(api, name);
    },
    steps: [
      "bootstrap --user-name {twin} --pass one --role-name '{twin} role' --tenant-name '{twin} tenant'",
      "bootstrap --user-name {twin} --pass one --role-name '{twin} role' --tenant-name '{twin} tenant'",
    ],
  },
]);

/** Logged in as the user of a story. */
function twin(password: string) {
  return { OS_USERNAME: '{twin}', OS_PASSWORD: password, OS_TENANT_NAME: 'adam' };
}
