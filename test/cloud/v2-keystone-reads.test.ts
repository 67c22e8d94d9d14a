/** The other read verbs of keystone, over Identity v2.0 and over the v3 beside it, against python-keystoneclient 2.3.2. */
import { keystone232, pike } from './clouds.js';
import { type Case, notThere, sideBySide } from './side-by-side.js';

const cloud = await pike();

const v3Url = { OS_AUTH_URL: 'http://127.0.0.1:15000/v3' };
const v2Url = { OS_AUTH_URL: 'http://127.0.0.1:15000/v2.0' };

function nothingThere(run: string, sentence: RegExp): Case {
  const because = 'the classic client prints nothing, as if all were well';
  return { run, stdout: { is: '', because }, stderr: { is: sentence, because }, code: { is: 1, because } };
}

const hits: readonly Case[] = [
  { run: 'tenant-list', finds: 'jtopjian' },
  { run: 'tenant-get admin', finds: 'description' },
  { run: 'tenant-get {project:admin}', finds: 'description' },
  { run: 'user-list', finds: 'jtopjian' },
  { run: 'user-list --tenant services', finds: 'cinder@localhost' },
  { run: 'role-list', finds: '_member_' },
  { run: 'role-get admin', finds: 'domain_id' },
  { run: 'service-get nova', finds: 'compute' },
  { run: 'user-role-list', finds: '_member_' },
  { run: 'user-role-list --user jtopjian --tenant jtopjian', finds: 'user_id' },
  { run: 'ec2-credentials-list', finds: 'secret' },
  { run: 'catalog', finds: 'Service: object-store' },
  { run: 'catalog --service compute', finds: 'adminURL' },
  { run: '--os-region-name RegionTwo catalog' },
  nothingThere('--os-region-name Nowhere catalog', /^The service catalog has nothing in region Nowhere\.\n/),
  nothingThere('catalog --service nonsense', /^The service catalog has no service of type 'nonsense' here\.\n/),
  { run: 'endpoint-get --service compute', finds: 'compute.publicURL' },
  { run: 'endpoint-get --service compute --endpoint-type admin', finds: 'compute.admin' },
  { run: 'endpoint-get --service compute --attr region --value RegionOne', finds: 'compute.publicURL' },
];

const misses: readonly Case[] = [
  { run: 'tenant-get nosuch' },
  { run: 'user-get nosuch' },
  { run: 'role-get nosuch' },
  { run: 'service-get nosuch' },
  { run: "user-get 'a b/c'" },
  { run: 'user-list --tenant nosuch' },
  { run: 'user-role-list --user nosuch' },
  { run: 'endpoint-get --service nonsense --endpoint-type internal' },
  { run: 'endpoint-get --service compute --attr region --value Nowhere' },
];

sideBySide(cloud, keystone232, [
  ...hits,
  ...misses,
  { run: 'user-get admin', finds: 'username' },
  { run: 'user-list --tenant-id services', finds: 'cinder@localhost' },
  { run: 'discover', finds: 'OS-EC2' },
  {
    run: 'discover',
    env: { OS_AUTH_URL: 'http://127.0.0.1:15357' },
    finds: 'supports version v3.8',
    stderr: { is: '', because: 'the classic client shows a trace of Python, and goes on' },
  },
  { run: 'ec2-credentials-get --access nosuch' },
  notThere('ec2-credentials-list --user-id nosuch', 'user', 'nosuch'),
  { run: 'token-get --wrap x' },
  { run: 'user-role-list --user jtopjian' },
]);

const because = 'the classic client knows v2.0 only; the answer is the same over v3';
sideBySide(
  cloud,
  keystone232,
  [...hits, ...misses].map((one) => ({ ...one, env: { ...v3Url, ...one.env }, peer: { env: v2Url, because } })),
);

sideBySide(
  cloud,
  keystone232,
  [...hits, { run: 'user-get jtopjian' }, { run: 'ec2-credentials-list --user-id nosuch' }].map((one) => {
    const { finds: _, ...rest } = one as Case;
    return { ...rest, as: 'jtopjian' };
  }),
);
